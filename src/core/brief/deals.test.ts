import { describe, expect, it } from "vitest";
import { assumed, least, money, parse, refusals } from "./parseBrief.fixture.ts";

describe("the terms of trade", () => {
  const withDeals = (deals: unknown, more: object = {}) => ({ ...least, ...more, deals });

  it("are read by slug or trade word, with what is left open filled in and said", () => {
    const brief = parse(
      withDeals({
        allow: ["flat", "保量"],
        route: "mcn",
        usageRights: { channels: ["paid-social"], months: 6 },
        exclusivity: {},
        boosting: { share: "10%", tool: "lantern" },
        returnRate: 0.4,
      }),
    );
    expect(brief.deals).toEqual({
      allow: ["flat", "guaranteed"],
      route: "mcn",
      usageRights: { channels: ["paid-social"], months: 6, territory: "FR" },
      exclusivity: { months: 3, categories: ["a jar of honey"] },
      boosting: { amount: money(50_000, "EUR"), tool: "lantern", platform: "mosaic" },
      soldIn: "shop",
      returnRate: 0.4,
    });
    expect(assumed(brief)).toEqual(
      expect.arrayContaining(["deals.usageRights.territory", "deals.exclusivity.months"]),
    );
  });

  it("are refused with every problem at once", () => {
    const found = refusals(
      withDeals({
        ...{ allow: ["flatt"], route: "carrier pigeon", soldIn: "attic", returnRate: 1 },
        usageRights: { channels: ["moon"], months: 0, territory: "Atlantis" },
        boosting: { amount: 6000, tool: "lantern" },
      }),
    );
    expect(found.toSorted()).toEqual(
      [
        ...[
          "deals.allow[0] oneOfNear",
          "deals.route oneOf",
          "deals.soldIn oneOf",
          "deals.returnRate returnRate",
        ],
        ...["deals.usageRights.channels[0] oneOf", "deals.usageRights.months whole"],
        ...["deals.usageRights.territory territory", "deals.boosting boostAmount"],
      ].toSorted(),
    );
  });

  it.each([
    [{ amount: 100 }, "deals.boosting.tool oneOf"],
    [{ tool: "lantern" }, "deals.boosting boostOne"],
    [{ tool: "lantern", amount: 100, share: 0.1 }, "deals.boosting boostOne"],
    [{ tool: "lantern", share: 1 }, "deals.boosting boostAmount"],
  ])("refuse boosting as %j", (boosting, refusal) => {
    expect(refusals(withDeals({ boosting }))).toContain(refusal);
  });
});

describe("advertising value", () => {
  it.each([
    "emv",
    "EMV",
    "e.m.v.",
    "AVE",
    "earned media value",
    "earned_media_value",
    "earnedMediaValue",
    "advertisingValue",
    "Ad Value",
    "advertising value equivalency",
    "媒体价值",
    "廣告等值",
  ])("is refused as the metric %s with its own reason", (metric) => {
    const refused = { ...least, objective: { ...least.objective, metric } };
    expect(refusals(refused)).toEqual(["objective.metric mediaValue"]);
  });

  it.each(["300000 EMV", "€5,000 media value", "EMV"])("is refused as the target %s", (target) => {
    const refused = { ...least, objective: { ...least.objective, target } };
    expect(refusals(refused)).toEqual(["objective.target mediaValue"]);
  });
});
