import { describe, expect, it } from "vitest";
import type { Brief } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import { conflictWords } from "./conflictWords.ts";

const budget = { amountMinor: 100_000, currency: "EUR" };
const reference = {
  platforms: [{ slug: "wechat", names: { en: "WeChat", "zh-CN": "微信", "zh-TW": "微信" } }],
  topics: { topics: [] },
} as unknown as Reference;
const brief = {
  creators: {
    min: 5,
    max: 20,
    quotas: [{ label: "tier:mega", min: 3, max: 3 }],
    exclude: [],
    lock: [],
    slots: "never",
  },
} as unknown as Brief;

describe("the rows of a conflict", () => {
  it("are said with their numbers, not as labels", () => {
    const [tier, all, money] = conflictWords(["tier:mega", "*", "budget"], brief, budget, [], reference);
    expect(tier?.key).toBe("plan.conflict.tier");
    expect(tier?.values?.["name"]).toBe("mega");
    expect(tier?.values?.["count"]).toEqual([{ key: "plan.conflict.exactly", values: { count: 3 } }]);
    expect(all?.values?.["count"]).toEqual([
      { key: "plan.conflict.least", values: { count: 5 } },
      { key: "plan.conflict.most", values: { count: 20 } },
    ]);
    expect(money?.values?.["budget"]).toEqual(budget);
  });

  it("name a platform in every language, and one nobody knows as it was written", () => {
    const nameOf = (label: string) => conflictWords([label], brief, budget, [], reference)[0]?.values["name"];
    expect(nameOf("platform:wechat")).toEqual({ en: "WeChat", "zh-CN": "微信", "zh-TW": "微信" });
    expect(nameOf("platform:mine")).toMatchObject({ en: "mine" });
  });
});
