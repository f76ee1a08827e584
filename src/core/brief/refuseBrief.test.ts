import { describe, expect, it } from "vitest";
import { detailsOf, least, parse, refusals } from "./parseBrief.fixture.ts";

describe("a brief that breaks a rule is refused with path, rule and value", () => {
  it("says once that the day of the target has passed", () => {
    const late = { ...least, objective: { ...least.objective, by: "2020-01-01" } };
    expect(refusals(late)).toEqual(["objective.by past"]);
  });

  it.each([
    [null, "brief empty"],
    ["", "brief empty"],
    ["wine", "brief document"],
    [42, "brief document"],
    [[least], "brief document"],
    [{}, "market requiredMarket"],
    [{ ...least, market: "Atlantis" }, "market country"],
    [{ ...least, currency: "XXQ" }, "currency currency"],
    [{ ...least, currency: "KPW" }, "currency currencyRate"],
    [{ ...least, budget: 0 }, "budget aboveZero"],
    [{ ...least, budget: null }, "budget requiredBudget"],
    [{ ...least, product: null }, "product requiredProduct"],
    [{ ...least, product: "x".repeat(1_000_001) }, "product text"],
    [{ ...least, start: "2026-07-01" }, "objective.by byBeforeStart"],
    [{ ...least, end: "2026-01-01" }, "end endBeforeStart"],
    [{ ...least, end: "2026-07-01" }, "end endAfterBy"],
    [{ ...least, platforms: ["mosaik"] }, "platforms[0] oneOfNear"],
    [{ ...least, deliverables: ["reel"] }, "deliverables[0] oneOf"],
    [{ ...least, platforms: ["mosaic"], deliverables: ["echo/short"] }, "deliverables[0] oneOf"],
    [{ ...least, tierPolicy: "frensh" }, "tierPolicy oneOfNear"],
    [{ ...least, audience: { ages: ["young"] } }, "audience.ages[0] ages"],
    [{ ...least, audience: { ages: ["40-20"] } }, "audience.ages[0] ages"],
    [{ ...least, audience: { genders: ["x"] } }, "audience.genders[0] oneOf"],
    [{ ...least, audience: { cityTiers: ["7"] } }, "audience.cityTiers[0] oneOf"],
    [{ ...least, audience: ["18+"] }, "audience mapping"],
    [{ ...least, creators: { min: 5, max: 3 } }, "creators.min minAboveMax"],
    [{ ...least, creators: { min: 1.5 } }, "creators.min whole"],
    [{ ...least, creators: { lock: ["c1"], exclude: ["c1"] } }, "creators.lock[0] lockExcluded"],
    [{ ...least, creators: { quotas: { label: "tier:micro" } } }, "creators.quotas quotas"],
    [{ ...least, creators: { quotas: [{ label: "micro", min: 1 }] } }, "creators.quotas[0].label label"],
    [{ ...least, creators: { quotas: [{ label: "tier:big", min: 1 }] } }, "creators.quotas[0].label oneOf"],
    [{ ...least, creators: { quotas: [{ label: "tier:micro" }] } }, "creators.quotas[0] quotaEmpty"],
    [
      { ...least, creators: { quotas: [{ label: "tier:micro", min: 3, max: 2 }] } },
      "creators.quotas[0].min minAboveMax",
    ],
    [{ ...least, order: { grossMargin: 35 } }, "order.grossMargin share"],
    [{ ...least, risk: { confidence: 1 } }, "risk.confidence confidence"],
    [{ ...least, handling: { inBudget: "no" } }, "handling.inBudget flag"],
    [{ ...least, bugdet: 4 }, "bugdet unknownKeyNear"],
    [{ ...least, colour: "red" }, "colour unknownKey"],
  ])("%#: %j", (document, refusal) => {
    expect(refusals(document)).toContain(refusal);
  });

  it("names all problems at once, and says the first in its one line", () => {
    const broken = { ...least, market: "Atlantis", budget: "3 000 €", audience: { ages: ["old"] } };
    expect(refusals(broken)).toHaveLength(3);
    expect(() => parse(broken)).toThrow(
      expect.objectContaining({ code: "bad-input", at: "market", sentence: expect.anything() }),
    );
  });

  it("suggests the nearest key and shows a long value shortened", () => {
    const [detail] = detailsOf({ ...least, product: "x".repeat(1_000_001) });
    expect(String(detail?.value).length).toBeLessThan(120);
    const [slip] = detailsOf({ ...least, bugdet: 4 });
    expect(slip?.rule.values["nearest"]).toBe("budget");
  });
});
