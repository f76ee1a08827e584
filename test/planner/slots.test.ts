import { describe, expect, it } from "vitest";
import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import { makePlan } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import { typicalCreator } from "#core/planner/standIn";

const TODAY = "2026-03-01";
const reference = readReference();
const assumptions = readAssumptions();
type Changes = Readonly<Record<string, unknown>>;

function briefOf(changes: Changes) {
  return parseBrief(
    {
      ...{ market: "CN", currency: "CNY", topics: ["food"], budget: 12_000 },
      objective: { metric: "reach", target: 20_000, by: "2026-07-30" },
      ...changes,
    },
    reference,
    TODAY,
  );
}

function planOf(changes: Changes, creators: readonly Creator[] = [], slotsWhenShort = true): PlanDocument {
  const brief = briefOf(changes);
  return makePlan({
    ...{ brief, briefDocument: changes, creators, slotsWhenShort, reference, assumptions },
    ...{ ownAssumptions: [], seed: 1, secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 12, madeOn: TODAY },
    elapsedSeconds: () => 0,
  }).document;
}

/** For every slot of a plan a creator with a name, of whom no more is known than the slot says. */
function namedAs(plan: PlanDocument, changes: Changes): readonly Creator[] {
  return plan.lines.map(({ slot }, i) => {
    if (slot === null) throw new Error("no slot");
    const { country, city, cityTier, topics } = slot;
    const creator = typicalCreator(`real-${i}`, slot.platform, slot.followers, briefOf(changes));
    return {
      ...creator,
      accounts: creator.accounts.map((one) => ({ ...one, country, city, cityTier, topics })),
    };
  });
}

const asked = { objective: { metric: "orders", target: 20, by: "2026-07-30" } };
const BRIEFS: readonly (readonly [string, Changes])[] = [
  ["Chinese food for reach", {}],
  ["Chinese food in Chengdu", { audience: { cities: ["chengdu"] }, platforms: ["xiaohongshu"] }],
  ["Chinese food in second and third tier cities", { audience: { cityTiers: ["2", "3"] } }],
  ["Chinese orders", asked],
  ["French wine for reach", { market: "FR", currency: "EUR", topics: ["wine"], budget: 3_000 }],
  [
    "German beauty for orders",
    { market: "DE", currency: "EUR", topics: ["beauty"], budget: 2_000, ...asked },
  ],
  ["American travel", { market: "US", currency: "USD", topics: ["travel", "food"], budget: 8_000 }],
  ["Hong Kong", { market: "HK", currency: "HKD", budget: 30_000, platforms: ["instagram", "xiaohongshu"] }],
];

describe("a plan before there are names", () => {
  it.each(BRIEFS)("has a forecast that equal creators with names leave as it is: %s", (_name, changes) => {
    const shape = planOf(changes);
    expect(shape.shape?.named).toBe(0);
    expect(shape.forecast?.rough).toBe(true);
    const named = namedAs(shape, changes);
    const creators = { slots: "always", lock: named.map(({ id }) => id) };
    const filled = planOf({ ...changes, creators }, named);
    expect(filled.shape).toBeNull();
    expect(filled.lines.map(({ creator }) => creator).toSorted()).toEqual(
      shape.lines.map((_, i) => `real-${i}`).toSorted(),
    );
    for (const key of ["mean", "p05", "p25", "p50", "p75", "p95", "probabilityOfTarget"] as const) {
      const before = shape.forecast?.[key] ?? 0;
      expect(Math.abs((filled.forecast?.[key] ?? 0) - before)).toBeLessThanOrEqual(1e-9 * before);
    }
    expect(filled.totals.cost).toEqual(shape.totals.cost);
  });

  it("adds up: lines of one kind are shown together, each is paid for by itself", () => {
    const { shape, lines, totals, reserve, comparison, head } = planOf({});
    const kinds = shape?.kinds ?? [];
    expect(head.values["rough"]).toEqual([{ key: "plan.head.shape", values: {} }]);
    expect(kinds.reduce((sum, kind) => sum + kind.creators, 0)).toBe(lines.length);
    expect(kinds.reduce((sum, kind) => sum + kind.cost.amountMinor, 0)).toBe(totals.cost.amountMinor);
    expect(totals.cost.amountMinor).toBeLessThanOrEqual(1_200_000);
    expect(reserve).toEqual([]);
    expect(comparison.every(({ chosen }) => chosen.length === 0)).toBe(true);
  });

  it("keeps the creators there are, and gives places to the money they leave", () => {
    const brief = briefOf({});
    const few = [4_000, 60_000].map((size, i) => typicalCreator(`mine-${i}`, "xiaohongshu", size, brief));
    const plan = planOf({}, few);
    expect(plan.shape?.reason).toBe("few");
    expect(plan.lines.filter(({ slot }) => slot === null).length).toBe(plan.shape?.named);
    expect(plan.shape?.named).toBeGreaterThan(0);
    expect(planOf({}, few, false).shape).toBeNull();
    expect(planOf({ creators: { slots: "never" } }, few).shape).toBeNull();
  });

  it("has no places where the creators there are leave a choice", () => {
    const brief = briefOf({});
    const many = Array.from({ length: 60 }, (_, i) =>
      typicalCreator(`mine-${i}`, "xiaohongshu", 4_000, brief),
    );
    expect(planOf({}, many).shape).toBeNull();
  });

  it("has places in the tiers that the brief asks for, and says what share of followers is assumed to live there", () => {
    const { shape, lines, assumptions } = planOf({ audience: { cityTiers: ["1", "3"] } });
    const tiers = new Set(lines.map(({ slot }) => slot?.cityTier));
    expect([...tiers].every((tier) => tier === "1" || tier === "3")).toBe(true);
    expect(lines[0]?.slot?.says.values["place"]).toMatchObject([{ key: "plan.slot.cityTier" }]);
    const share = assumptions.find(({ key }) => key === "home-city-share")?.value;
    expect(shape?.says.find(({ key }) => key === "plan.shape.home")?.values).toEqual({ share });
  });

  it("meets a quota of a tier with places there", () => {
    const quotas = [{ label: "cityTier:2", min: 2 }];
    const plan = planOf({ creators: { quotas } });
    expect(plan.status).toBe("ok");
    expect(plan.lines.filter(({ slot }) => slot?.cityTier === "2").length).toBeGreaterThanOrEqual(2);
  });

  it("counts whose city is of a tier there, as a place of that tier is counted", () => {
    const changes = {
      audience: { cityTiers: ["1"] },
      platforms: ["xiaohongshu"],
      creators: { slots: "never" },
    };
    const inTarget = (city: string | null) => {
      const creator = typicalCreator("mine", "xiaohongshu", 4_000, briefOf(changes));
      const mine = { ...creator, accounts: creator.accounts.map((one) => ({ ...one, country: "CN", city })) };
      return planOf(changes, [mine]).reach?.people ?? 0;
    };
    expect(inTarget("beijing")).toBeGreaterThan(1.5 * inTarget(null));
  });

  it("meets a quota that the creators there are cannot meet", () => {
    const mine = [typicalCreator("mine", "xiaohongshu", 4_000, briefOf({}))];
    const quotas = [{ label: "platform:douyin", min: 2 }];
    const plan = planOf({ creators: { quotas } }, mine);
    expect(plan.status).toBe("ok");
    expect(plan.lines.filter(({ platform }) => platform === "douyin").length).toBeGreaterThanOrEqual(2);
    const never = planOf({ creators: { quotas, slots: "never" } }, mine);
    expect(never.status).toBe("infeasible");
  });
});
