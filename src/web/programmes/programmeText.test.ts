import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { campaignOfBrief, programmeTextOf, startingProgramme } from "./programmeText.ts";

describe("a programme's text", () => {
  it("puts a stored document back into the order of a programme, its briefs into that of a brief", () => {
    const brief = { objective: { metric: "reach" }, product: "noodles" };
    const text = programmeTextOf({
      campaigns: [{ brief, share: 0.3, name: "One" }],
      budget: 5,
      name: "Spring",
    });
    expect(text.split("\n").map((line) => line.trim())).toEqual([
      ...["name: Spring", "budget: 5", "campaigns:", "- name: One", "share: 0.3", "brief:"],
      ...["product: noodles", "objective:", "metric: reach", ""],
    ]);
  });

  it("copies a brief without what the programme says for it: its name, money and boosting", () => {
    const deals = { boosting: { tool: "dou-plus", amount: 500 }, route: "direct" };
    expect(campaignOfBrief("Spring", { name: "Serum", budget: 9, product: "serum", deals })).toEqual({
      name: "Spring",
      brief: { product: "serum", deals: { route: "direct" } },
    });
    const { boosting } = deals;
    expect(campaignOfBrief("Spring", { budget: 9, deals: { boosting } }).brief).toEqual({});
  });

  it("starts with two campaigns that lack only what nobody else can say", () => {
    const text = startingProgramme("zh-CN", "2026-03-01", (number) => `活动 ${number}`);
    expect(parse(text)).toMatchObject({
      ...{ market: "CN", currency: "CNY" },
      campaigns: [{ name: "活动 1" }, { name: "活动 2", brief: { objective: { by: "2026-05-30" } } }],
    });
  });
});
