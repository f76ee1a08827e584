import { beforeAll, describe, expect, it } from "vitest";
import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { campaignModel, instanceFor } from "#core/planner/campaignModel";
import type { PlanDocument } from "#core/planner/planDocument";
import { simulate } from "#core/planner/simulate";
import { makeDemo } from "./makeDemo.ts";
import { planCampaign } from "./planCampaign.ts";

const TODAY = "2026-01-15";
const creators = makeDemo(TODAY).creators.slice(0, 60);

function briefWith(changes: Readonly<Record<string, unknown>>): unknown {
  return {
    ...{ market: "CN", currency: "CNY", product: "noodles", topics: ["food"], budget: 30_000 },
    audience: { ages: ["18-34"], genders: ["female"] },
    objective: { metric: "reach", target: 60_000, by: "2026-04-30" },
    ...changes,
  };
}

async function planOf(
  changes: Readonly<Record<string, unknown>>,
  catalog: readonly Creator[] = creators,
): Promise<PlanDocument> {
  const { finished } = planCampaign({
    ...{ briefDocument: briefWith(changes), ownAssumptions: null, creators: catalog, seed: 3 },
    ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 1, today: TODAY, withInstance: false },
  });
  return (await finished).document;
}

/** The same creators with nothing known of them but how many follow them. */
const unmeasured = creators.map((creator) => ({
  ...creator,
  accounts: creator.accounts.map((account) => ({
    ...account,
    posts: [],
    snapshots: account.snapshots.map((snapshot) => ({
      ...snapshot,
      ...{ viewsTotal: null, viewsAvg: null, likesAvg: null, commentsAvg: null, sharesAvg: null },
      ...{ savesAvg: null, engagementsAvg: null, engagementByFollowersBp: null, engagementByViewsBp: null },
      extra: {},
    })),
  })),
}));

describe("the figures of a plan", () => {
  let plan: PlanDocument;
  beforeAll(async () => {
    plan = await planOf({});
  });

  it("names the same budget for a chance whatever budget the brief has", async () => {
    const others = [await planOf({ budget: 1000 }), await planOf({ budget: 1e9 })];
    for (const chance of ["50", "80"] as const) {
      const own = plan.forecast?.budgetFor[chance]?.amountMinor ?? 0;
      expect(own).toBeGreaterThan(0);
      for (const { forecast } of others)
        expect(Math.abs((forecast?.budgetFor[chance]?.amountMinor ?? 0) / own - 1)).toBeLessThan(0.05);
    }
  });

  it("forecasts the plan once: its row among the alternatives is its forecast", () => {
    const row = plan.comparison.find((entry) => entry.kind === "best-mix");
    const { mean, p05, p50, p95, probabilityOfTarget } = plan.forecast ?? {};
    expect(row?.metricMean).toBe(mean);
    expect([row?.metricP05, row?.metricP50, row?.metricP95]).toEqual([p05, p50, p95]);
    expect(row?.probabilityOfTarget).toBe(probabilityOfTarget);
  });

  it("says of every alternative what it leaves unspent, and one figure of people where people are the goal", () => {
    for (const entry of plan.comparison) {
      expect(entry.cost.amountMinor + entry.unspent.amountMinor).toBe(3_000_000);
      expect(entry.people).toBe(entry.metricP50);
      expect(entry.chosen.length).toBe(entry.standIn ? 0 : entry.creators);
    }
  });

  it("lets no assumption weigh more than all of them together", () => {
    const sum = plan.topAssumptions.reduce((total, { varianceShare }) => total + varianceShare, 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual((plan.forecast?.assumedVarianceShare ?? 0) * 1.05);
  });

  it("finds out dearest first, and says no worth of what would not change the plan", () => {
    const worths = plan.learn.map(({ worth }) => worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    for (const { worth, worthMoney } of plan.learn) {
      expect(worth).toBeGreaterThan(0);
      expect(worth).toBeLessThan(plan.certificate.value);
      expect(worthMoney === null || worthMoney.amountMinor >= 0).toBe(true);
    }
  });

  it("is rough where nothing is measured of those who bring the result", async () => {
    expect(plan.forecast?.unmeasuredShare).toBeLessThan(0.5);
    const blind = await planOf({}, unmeasured);
    expect(blind.forecast?.unmeasuredShare).toBeCloseTo(1, 9);
    expect(blind.forecast?.rough).toBe(true);
    expect(blind.warnings.map(({ key }) => key)).toContain("plan.warn.unmeasured");
    // Then the views of single creators are what it pays to ask for.
    expect(blind.learn.some(({ creator, figure }) => creator !== null && figure === "views")).toBe(true);
  });

  it("counts everybody who is reached in mainland China by city tier, the unknown among them", () => {
    const { people = 0, byCityTier = [] } = plan.reach ?? {};
    expect(byCityTier.map(({ tier }) => tier)).toContain("unknown");
    expect(byCityTier.reduce((sum, row) => sum + row.people, 0)).toBeCloseTo(people, 3);
  });

  it("says in words which rows cannot hold together", async () => {
    const quotas = [{ label: "tier:mega", min: 3, max: null }];
    const none = await planOf({ creators: { max: 2, quotas } });
    expect(none.status).toBe("infeasible");
    expect(none.conflictSays.map(({ key }) => key)).toContain("plan.conflict.tier");
    expect(none.conflictSays.length).toBe(none.conflict?.length);
  });
});

describe("drawing a plan", () => {
  it("gives the same figures for the same items in any order, and an item the same luck in any plan", () => {
    const reference = readReference();
    const brief = parseBrief(briefWith({}), reference, TODAY);
    const book = new AssumptionBook(readAssumptions());
    const model = campaignModel(creators, brief, reference, ORDINARY_PURCHASE, book);
    const items = model.groups.slice(0, 4).flatMap(({ items: [first] }) => model.items.get(first!.id) ?? []);
    const draw = (some: typeof items) =>
      simulate(some, model, instanceFor(model, 1e9), { draws: 200, seed: 5, atoms: 16 });
    expect(draw(items.toReversed()).outcomes).toEqual(draw(items).outcomes);
    const alone = draw(items.slice(0, 1));
    const more = draw(items.slice(0, 2));
    const worse = alone.outcomes.filter((outcome, d) => (more.outcomes[d] ?? 0) < outcome * 0.98).length;
    expect(worse).toBeLessThan(20);
  });
});
