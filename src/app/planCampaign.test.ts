import { beforeAll, describe, expect, it } from "vitest";
import type { Metric } from "#core/brief/brief";
import { ChoraleError } from "#core/errors";
import { COST_PARTS, type PlanDocument } from "#core/planner/planDocument";
import { makeDemo } from "./makeDemo.ts";
import { planCampaign } from "./planCampaign.ts";

const TODAY = "2026-01-15";
const creators = makeDemo(TODAY).creators.slice(0, 120);

function briefWith(metric: Metric, changes: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    ...{ market: "CN", currency: "CNY", product: "noodles", topics: ["food"], budget: 30_000 },
    audience: { ages: ["18-34"], genders: ["female"] },
    objective: { metric, target: metric === "reach" ? 60_000 : 50, by: "2026-04-30" },
    ...changes,
  };
}

async function planOf(briefDocument: unknown, ownAssumptions: unknown = null): Promise<PlanDocument> {
  const { finished } = planCampaign({
    ...{ briefDocument, ownAssumptions, creators, seed: 7, secondsMax: Number.MAX_SAFE_INTEGER },
    ...{ passesMax: 2, today: TODAY, withInstance: false },
  });
  return (await finished).document;
}

const chosen = (plan: PlanDocument) => plan.lines.map((line) => line.creator).sort();
const withoutSeconds = (plan: PlanDocument) =>
  JSON.stringify({ ...plan, certificate: { ...plan.certificate, seconds: 0 } });

describe("planning a campaign", () => {
  let reach: PlanDocument;
  beforeAll(async () => {
    reach = await planOf(briefWith("reach"));
  });

  it("chooses other creators for each of four metrics, with the same catalog and money", async () => {
    const plans = [reach];
    for (const metric of ["orders", "engagement", "saves"] as const)
      plans.push(await planOf(briefWith(metric)));
    const choices = plans.map((plan) => chosen(plan).join());
    expect(plans.every((plan) => plan.lines.length > 3)).toBe(true);
    expect(new Set(choices).size).toBe(4);
  });

  it("spends no more than the budget, line by line and part by part", () => {
    const total = reach.lines.reduce((sum, line) => sum + line.cost.amountMinor, 0);
    expect(total).toBeLessThanOrEqual(3_000_000);
    expect(reach.totals.cost.amountMinor).toBe(total);
    for (const { cost, costParts } of reach.lines)
      expect(COST_PARTS.reduce((sum, part) => sum + costParts[part].amountMinor, 0)).toBe(cost.amountMinor);
  });

  it("keeps certificate and forecast apart, and both in order", () => {
    const { certificate, forecast } = reach;
    expect(certificate.upperBound ?? 0).toBeGreaterThanOrEqual(certificate.value);
    expect(forecast?.mean ?? 0).toBeLessThan(certificate.value * 1.02);
    const { p05 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0 } = forecast ?? {};
    expect([p05, p25, p50, p75, p95]).toEqual([p05, p25, p50, p75, p95].toSorted((a, b) => a - b));
    expect(forecast?.draws).toBe(10_000);
    expect(forecast?.histogram.counts.reduce((a, b) => a + b, 0)).toBe(10_000);
  });

  it("re-plans at least sixteen budgets and never promises less for more", () => {
    expect(reach.budgetCurve.length).toBeGreaterThanOrEqual(16);
    const chances = reach.budgetCurve.map((point) => point.probability ?? 0);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    const budgets = ["50", "80", "90"].map(
      (key) => reach.forecast?.budgetFor[key as "50"]?.amountMinor ?? Infinity,
    );
    expect(budgets).toEqual(budgets.toSorted((a, b) => a - b));
  });

  it("names stand-ins that are not in the plan and what each would replace", () => {
    expect(reach.reserve.length).toBeGreaterThan(0);
    const inPlan = new Set(chosen(reach));
    for (const { creator, replaces } of reach.reserve) {
      expect(inPlan.has(creator)).toBe(false);
      expect(replaces === null || inPlan.has(replaces)).toBe(true);
    }
  });

  it("sets every alternative beside the plan at equal money, doing nothing among them", () => {
    expect(reach.comparison.map((entry) => entry.kind)).toEqual([
      ...["nothing", "one-large", "mid-mix", "micro-portfolio", "best-mix"],
    ]);
    for (const entry of reach.comparison) expect(entry.cost.amountMinor).toBeLessThanOrEqual(3_000_000);
    const best = reach.comparison.at(-1)?.metricMean ?? 0;
    // Each is a mean of its own draws: the best mix may lie below another by their error alone.
    for (const entry of reach.comparison) expect(entry.metricMean).toBeLessThan(best * 1.05);
  });

  it("splits every figure into measured, estimated and assumed without losing a part", () => {
    const { costShares, forecastShares } = reach.totals;
    for (const shares of [costShares, forecastShares, ...reach.lines.map((line) => line.shares)])
      expect(shares.measured + shares.estimated + shares.assumed).toBe(10_000);
  });

  it("gives the same bytes for the same seed and passes", async () => {
    expect(withoutSeconds(await planOf(briefWith("reach")))).toBe(withoutSeconds(reach));
  });

  it("changes with an assumption of the user, and says which it replaced", async () => {
    const own = [{ key: "follower-view-share", value: 0.9, source: "our own posts" }];
    const plan = await planOf(briefWith("reach"), own);
    const replaced = plan.assumptions.filter((row) => row.replacedValue !== null);
    expect(replaced.map((row) => row.key)).toContain("follower-view-share");
    expect(plan.forecast?.mean).not.toBe(reach.forecast?.mean);
    expect(reach.assumptions.some((row) => row.replacedValue !== null)).toBe(false);
  });
});

describe("one large creator and a large budget", () => {
  const large = async (postsByWeek: number) => {
    const own = [{ key: "sponsored-posts-by-week", value: postsByWeek }];
    const plan = await planOf(briefWith("reach", { budget: 900_000 }), own);
    return plan.comparison.find(({ kind }) => kind === "one-large");
  };

  it("posts as often as the weeks allow, and what stays unspent is said", async () => {
    const [few, many] = [await large(0), await large(1)];
    expect(few?.sentence.values["posts"]).toBeLessThanOrEqual(3);
    expect(many?.sentence.values["posts"]).toBeGreaterThan(3);
    expect(many?.unspent.amountMinor ?? 0).toBeLessThan(few?.unspent.amountMinor ?? 0);
    expect(many?.people ?? 0).toBeGreaterThan(few?.people ?? 0);
    expect(few?.sentence.values["rest"]).toHaveLength(1);
  });
});

describe("a brief at its limits", () => {
  it("proposes a budget where none is named, and three targets where none is", async () => {
    const open = await planOf(briefWith("reach", { budget: null }));
    expect(open.totals.budgetProposed).toBe(true);
    expect(open.totals.budget?.amountMinor).toBeGreaterThan(0);
    const untargeted = await planOf(briefWith("reach", { objective: { metric: "reach", by: "2026-04-30" } }));
    const { targetFor, probabilityOfTarget } = untargeted.forecast ?? {};
    expect(probabilityOfTarget).toBeNull();
    expect([targetFor?.["80"], targetFor?.["50"], targetFor?.["20"]]).toEqual(
      [targetFor?.["80"], targetFor?.["50"], targetFor?.["20"]].toSorted((a, b) => Number(a) - Number(b)),
    );
  });

  it("proves that quotas cannot hold together and names them", async () => {
    const quotas = [{ label: "platform:xiaohongshu", min: 3, max: null }];
    const plan = await planOf(briefWith("reach", { creators: { max: 2, quotas } }));
    expect(plan.status).toBe("infeasible");
    expect(plan.conflict?.length).toBeGreaterThan(0);
    expect(plan.lines).toEqual([]);
  });

  it("keeps who is locked and leaves out who is excluded", async () => {
    const free = await planOf(briefWith("reach"));
    const out = free.lines[0]?.creator ?? "";
    const into = free.reserve.at(-1)?.creator ?? "";
    const plan = await planOf(briefWith("reach", { creators: { lock: [into], exclude: [out] } }));
    expect(chosen(plan)).toContain(into);
    expect(chosen(plan)).not.toContain(out);
  });

  it("takes handling out of the budget where the brief pays it apart, and still shows it", async () => {
    const plan = await planOf(briefWith("reach", { handling: { inBudget: false } }));
    expect(plan.lines.every((line) => line.costParts.handling.amountMinor === 0)).toBe(true);
    expect(plan.totals.handling.amountMinor).toBeGreaterThan(0);
  });

  it("refuses a budget below the cheapest item in one line", async () => {
    const refused = planOf(briefWith("reach", { budget: 1 }));
    await expect(refused).rejects.toThrow(ChoraleError);
    await expect(refused).rejects.toThrow(/bad-input: plan.budgetTooSmall/);
  });

  it("refuses a lock on nobody and on who is excluded by another name, and names the nearest", async () => {
    const [one] = creators;
    const id = one?.id ?? "";
    const lists = (lock: readonly string[], exclude: readonly string[] = []) =>
      planOf(briefWith("reach", { creators: { lock, exclude } }));
    const slip = `${id}x`;
    await expect(lists([slip])).rejects.toMatchObject({
      at: "creators.lock[0]",
      sentence: { key: "plan.named.unknown", values: { name: slip, near: [{ values: { name: id } }] } },
    });
    const [account] = one?.accounts ?? [];
    await expect(lists([id], [`${account?.platform}/${account?.handle}`])).rejects.toThrow(
      /plan.named.excluded/,
    );
  });

  it("keeps whoever is locked by platform and handle, and warns of an excluded name that nobody has", async () => {
    const free = await planOf(briefWith("reach"));
    const spare = free.reserve.at(-1)?.creator ?? "";
    const account = creators.find(({ id }) => id === spare)?.accounts[0];
    const lock = [`${account?.platform}/${account?.handle}`];
    const plan = await planOf(briefWith("reach", { creators: { lock, exclude: ["nobody of this name"] } }));
    expect(chosen(plan)).toContain(spare);
    const warning = plan.warnings.find(({ key }) => key === "plan.warn.excluded");
    expect(warning?.values).toMatchObject({ name: "nobody of this name" });
  });

  it("refuses a lock on somebody of whom the brief can book nothing", async () => {
    const away = creators.find(({ accounts }) => accounts.every(({ platform }) => platform !== "weibo"));
    const brief = briefWith("reach", { platforms: ["weibo"], creators: { lock: [away?.id] } });
    await expect(planOf(brief)).rejects.toThrow(/plan.named.nothing/);
  });

  it("warns of an own assumption outside what is shipped", async () => {
    const plan = await planOf(briefWith("reach"), [{ key: "views-per-viewer", value: 4 }]);
    const warning = plan.warnings.find(({ key }) => key === "plan.warn.ownAssumption");
    expect(warning?.values).toMatchObject({ key: "views-per-viewer", value: 4, low: 1, high: 1.8 });
  });

  it("warns of views that are a multiple of the followers", async () => {
    const strange = creators.map((creator) => ({
      ...creator,
      accounts: creator.accounts.map((account) => ({
        ...account,
        posts: [],
        snapshots: account.snapshots.map((snapshot) => ({
          ...snapshot,
          viewsAvg: 45 * (snapshot.followers ?? 0),
        })),
      })),
    }));
    const { finished } = planCampaign({
      ...{ briefDocument: briefWith("reach"), ownAssumptions: null, creators: strange, seed: 7 },
      ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 1, today: TODAY, withInstance: false },
    });
    const plan = (await finished).document;
    const named = plan.warnings.filter(({ key }) => key === "plan.warn.views");
    expect(named).toHaveLength(plan.lines.length);
    expect(named[0]?.values["times"]).toBeGreaterThanOrEqual(45);
    expect((await planOf(briefWith("reach"))).warnings.map(({ key }) => key)).not.toContain(
      "plan.warn.views",
    );
  });

  it.each([
    ["views-per-viewer", 0.01, "domain"],
    ["views-per-viewer", 0, "domain"],
    ["posting-share", 1.5, "share"],
    ["orders-by-visits", 2, "domain"],
    ["visits-by-views", -0.1, "number"],
    ["price-by-post", 0, "domain"],
  ])("refuses %s of %s", (key, value, rule) => {
    const ask = () =>
      planCampaign({
        ...{ briefDocument: briefWith("reach"), ownAssumptions: [{ key, value }], creators, seed: 1 },
        ...{ secondsMax: 1, passesMax: 1, today: TODAY, withInstance: false },
      });
    expect(ask).toThrow(new RegExp(`forecast.own.${rule}`));
  });

  it("refuses more users of the internet than people, and a range that leaves the domain", () => {
    const ask = (own: unknown) => () =>
      planCampaign({
        ...{ briefDocument: briefWith("reach"), ownAssumptions: own, creators, seed: 1, secondsMax: 1 },
        ...{ passesMax: 1, today: TODAY, withInstance: false },
      });
    const scope = { market: "FR" };
    expect(ask([{ key: "internet-users", scope, value: 90_000_000 }])).toThrow(/forecast.own.population/);
    const wide = { key: "views-per-viewer", value: 1.2, low: 0.2, high: 2 };
    expect(ask([wide])).toThrow(/forecast.own.rangeDomain/);
  });

  it("refuses an assumption nobody knows, and a share above one", () => {
    const ask = (own: unknown) => () =>
      planCampaign({
        ...{ briefDocument: briefWith("reach"), ownAssumptions: own, creators, seed: 1, secondsMax: 1 },
        ...{ passesMax: 1, today: TODAY, withInstance: false },
      });
    expect(ask([{ key: "luck", value: 1 }])).toThrow(/forecast.own.key/);
    expect(ask([{ key: "female-share", value: 1.2 }])).toThrow(/forecast.own.share/);
    expect(ask("luck")).toThrow(/forecast.own.list/);
  });
});
