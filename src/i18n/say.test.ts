import { describe, expect, it } from "vitest";
import { sentence } from "#core/sentence";
import { LANGUAGES } from "./messages.ts";
import { say } from "./say.ts";

const wechat = { en: "WeChat", "zh-CN": "微信", "zh-TW": "微信" };
const douyin = { en: "Douyin", "zh-CN": "抖音", "zh-TW": "抖音" };

describe("a sentence", () => {
  it.each([
    ["en", "WeChat and Douyin"],
    ["zh-CN", "微信和抖音"],
    ["zh-TW", "微信和抖音"],
  ] as const)("names platforms in %s as the data do", (language, names) => {
    expect(say(language, sentence("plan.warn.apart", { platforms: [wechat, douyin] }))).toContain(names);
  });

  it.each(LANGUAGES)("names markets, tiers and assumptions in %s, not their codes", (language) => {
    const chinese = language !== "en";
    expect(say(language, sentence("brief.default.countries", { market: "CN" }))).toContain(
      chinese ? "中" : "China",
    );
    const tier = say(language, sentence("plan.conflict.tier", { name: "mid", count: [] }));
    expect(tier).toContain(chinese ? "腰部" : "mid-tier");
    const own = { key: "invitation-success", value: 0.4, low: 0.0333, high: 0.3 };
    expect(say(language, sentence("plan.warn.ownAssumption", own))).not.toContain("invitation-success");
  });

  it("keeps a word that nobody gave a name", () => {
    expect(say("en", sentence("plan.conflict.tier", { name: "giga", count: [] }))).toContain("giga");
    expect(say("en", sentence("plan.conflict.platform", { name: "mine", count: [] }))).toContain("mine");
  });

  it.each(LANGUAGES)("sets large numbers apart in %s", (language) => {
    const values = { count: 1093, posts: 1002, confidence: 0.8 };
    const said = say(language, sentence("plan.text.invitations", values));
    expect(said).toContain("1,093");
    expect(said).toContain("1,002");
  });

  it("shows small figures with their digits", () => {
    const own = { key: "kappa", value: 0.00171, low: 0.0333, high: 12_345 };
    const said = say("en", sentence("plan.warn.ownAssumption", own));
    expect(said).toContain("0.00171");
    expect(said).toContain("0.0333 to 12,345");
  });
});
