import { describe, expect, it } from "vitest";
import { sentence } from "#core/sentence";
import { type ComparedPlan, planChanges } from "./planChanges.ts";
import type { PlanLine } from "./planDocument.ts";
import type { SlotKind } from "./slotKind.ts";

const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const slot = { id: "instagram/food/5000-10000/FR", says: sentence("plan.slot.topic") } as SlotKind;

function line(creator: string, cost: number, of: SlotKind | null = null, count = 1): PlanLine {
  const parts = { creator, creatorName: creator, deliverable: "reel", count, cost: eur(cost), slot: of };
  return parts as PlanLine;
}

function plan(lines: readonly PlanLine[], p50: number, metric = "orders"): ComparedPlan {
  const cost = eur(lines.reduce((sum, one) => sum + one.cost.amountMinor, 0));
  const forecast = {
    metric,
    mean: p50,
    p05: p50 / 2,
    p50,
    p95: p50 * 2,
    rough: false,
    probabilityOfTarget: 0.5,
  };
  return {
    currency: "EUR",
    lines,
    totals: { cost },
    forecast,
    reach: { people: 1000 },
  } as unknown as ComparedPlan;
}

const slots = (count: number) => Array.from({ length: count }, (_, i) => line(`slot/${i}`, 20_000, slot));

describe("what changed between two plans", () => {
  it("names who came and counts the places that went", () => {
    const changes = planChanges(plan(slots(8), 400), plan([line("Lin", 25_000), ...slots(7)], 380));
    expect(changes.lines.map(({ says }) => says.key)).toEqual(["plan.changes.added", "plan.changes.slots"]);
    expect(changes.lines[1]?.lines).toEqual({ before: 8, after: 7 });
    expect(changes.cost).toEqual({ before: eur(160_000), after: eur(165_000) });
    expect(changes.forecast?.p50).toEqual({ before: 400, after: 380 });
  });

  it("finds nothing in the same plan whichever slot stands where", () => {
    const changes = planChanges(plan(slots(3), 400), plan(slots(3).toReversed(), 400));
    expect(changes.lines).toEqual([]);
    expect(changes.says.map(({ key }) => key)).toEqual([
      "plan.changes.sameCost",
      "plan.changes.sameForecast",
      "plan.changes.sameChance",
    ]);
  });

  it("tells a dearer booking of the same creator from a departure", () => {
    const before = plan([line("Lin", 20_000), line("Wei", 20_000)], 400);
    const after = plan([line("Lin", 38_000, null, 2)], 390);
    expect(planChanges(before, after).lines.map(({ says }) => says.key)).toEqual([
      "plan.changes.booked",
      "plan.changes.dropped",
    ]);
  });

  it("compares no forecasts of different things", () => {
    const changes = planChanges(plan(slots(1), 400), plan(slots(1), 9000, "reach"));
    expect(changes.forecast).toBeNull();
    expect(changes.says.map(({ key }) => key)).toEqual(["plan.changes.unlike"]);
  });
});
