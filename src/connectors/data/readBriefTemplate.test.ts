import { describe, expect, it } from "vitest";
import { briefReadyForApproval } from "#core/brief/approval";
import { parseBrief } from "#core/brief/parseBrief";
import { BRIEF_TEMPLATES, DEMO_BRIEFS, readBriefTemplate } from "./readBriefTemplate.ts";
import { readReference } from "./readReference.ts";

describe("the starting templates", () => {
  it.each([...BRIEF_TEMPLATES, ...DEMO_BRIEFS])(
    "%s is a sound brief without warnings, on whatever day it is opened",
    (template) => {
      for (const today of ["2026-01-01", "2031-02-28"]) {
        const brief = parseBrief(readBriefTemplate(template, today), readReference(), today);
        expect(brief.warnings).toEqual([]);
        expect(briefReadyForApproval(brief)).toEqual([]);
      }
    },
  );
});

describe("a brief for real platforms", () => {
  const least = { market: "CN", currency: "CNY", topics: ["美食"], budget: 30000 };
  const objective = { metric: "reach", by: "2026-12-31" };
  const parse = (more: object) => parseBrief({ ...least, objective, ...more }, readReference(), "2026-01-15");

  it("names sizes on each platform as its market does, and says which policy that is", () => {
    const filled = (more: object) => parse(more).defaults.find(({ path }) => path === "tierPolicy");
    expect(filled({})?.value).toBe("china-eac");
    expect(filled({ platforms: ["小红书"] })?.value).toBe("xiaohongshu-jfound-2025");
    expect(filled({ market: "HK", currency: "HKD" })?.value).toBe("hong-kong-cloudbreakr-2024");
    const both = filled({ platforms: ["小红书", "微博"] });
    expect(both).toMatchObject({ value: null, says: { key: "brief.default.tierPolicies" } });
    expect(both?.says.values["list"]).toHaveLength(2);
  });

  it("takes one chosen size policy for all platforms, and warns where it was made for another", () => {
    expect(parse({ tierPolicy: "china-wechat-weibo-article" }).tierPolicy).toBe("china-wechat-weibo-article");
    const weibo = (platforms: readonly string[]) =>
      parse({ platforms, tierPolicy: "weibo-campaign-asia-2017" });
    expect(weibo(["weibo"]).warnings).toEqual([]);
    expect(weibo(["weibo", "bilibili"]).warnings.map(({ key }) => key)).toEqual(["brief.warning.tierPolicy"]);
  });

  it("prices an hour of management as the market does", () => {
    expect(parse({}).handling.hourlyRate).toEqual({ amountMinor: 8000, currency: "CNY" });
    expect(parse({ currency: "EUR" }).handling.hourlyRate.amountMinor).toBeLessThan(1100);
  });

  it("understands trade words for deliverables on the wanted platforms", () => {
    const brief = parse({ platforms: ["xiaohongshu", "wechat"], deliverables: ["图文笔记", "头条"] });
    expect(brief.deliverables).toEqual(["xiaohongshu/note", "wechat/headline"]);
  });
});
