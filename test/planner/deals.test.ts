import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import type { Creator, Rate } from "../../src/core/catalog/creator.ts";
import { DEAL_KINDS, NO_TERMS, type RateTerms } from "../../src/core/catalog/deal.ts";
import { certifyPlan } from "../../src/core/certify/certifyPlan.ts";
import { readPlan } from "../../src/core/certify/claimedPlan.ts";
import { AssumptionBook } from "../../src/core/forecast/assumptionBook.ts";
import { ORDINARY_PURCHASE } from "../../src/core/forecast/response.ts";
import { normalCdf } from "../../src/core/maths/normal.ts";
import { campaignModel, instanceFor } from "../../src/core/planner/campaignModel.ts";
import { madeGood } from "../../src/core/planner/dealOffer.ts";
import type { ItemModel } from "../../src/core/planner/itemModel.ts";
import { type MadePlan, makePlan } from "../../src/core/planner/makePlan.ts";
import { postsIn } from "../../src/core/planner/offer.ts";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";
import { simulate } from "../../src/core/planner/simulate.ts";

const TODAY = "2026-01-15";
const reference = readReference();
const shipped = readAssumptions();
const source = { method: "measured", source: "a list", observedOn: "2026-01-10", trust: "B" } as const;
const terms = (some: Partial<RateTerms>): RateTerms => ({ ...NO_TERMS, ...some });

function rate(changes: Partial<Rate>): Rate {
  return {
    ...{ deliverable: "post", deal: "flat", priceMinor: 20_000, priceMaxMinor: null, qualifier: "eq" },
    ...{ currency: "EUR", commissionBp: null, terms: null, validFrom: null, source },
    ...changes,
  };
}

function creator(rates: readonly Rate[], platform = "instagram", id = platform, followers = 4000): Creator {
  const unknown = {
    ...{ following: null, posts: null, viewsTotal: null, viewsAvg: 900, likesAvg: null, commentsAvg: null },
    ...{ sharesAvg: null, savesAvg: null, engagementByFollowersBp: null, engagementByViewsBp: null },
    ...{ activeFollowersBp: null, realFollowersBp: null, videoShareBp: null, engagementsAvg: null },
  };
  const account = {
    ...{ id, platform, handle: id, externalId: null, country: "FR", city: null, bio: null, language: null },
    ...{ snapshots: [{ observedOn: "2026-01-10", source, followers, ...unknown, extra: {} }], topics: [] },
    ...{ posts: [], audience: [], rates, sample: null },
  };
  return { id, displayName: id, accounts: [account] };
}

const documentOf = (changes: Readonly<Record<string, unknown>>) => ({
  ...{ market: "FR", currency: "EUR", product: "noodles", topics: ["food"], budget: 3000 },
  objective: { metric: "reach", by: "2026-04-30" },
  ...{ handling: { hoursPerCreator: 2, hourlyRate: 30 }, gift: { value: 40, shipping: 5 } },
  ...changes,
});

function itemsOf(creators: readonly Creator[], changes: Readonly<Record<string, unknown>> = {}) {
  const brief = parseBrief(documentOf(changes), reference, TODAY);
  const book = new AssumptionBook(shipped);
  return [...campaignModel(creators, brief, reference, ORDINARY_PURCHASE, book).items.values()];
}
const single = (items: readonly ItemModel[]) => items.filter(({ bundle }) => postsIn(bundle) === 1)[0]!;
const itemOf = (changes: Partial<Rate>, brief: Readonly<Record<string, unknown>> = {}) =>
  single(itemsOf([creator([rate(changes)])], brief));

const planOf = (
  creators: readonly Creator[],
  changes: Readonly<Record<string, unknown>> = {},
): PlanDocument => madeOf(creators, changes).document;

function madeOf(creators: readonly Creator[], changes: Readonly<Record<string, unknown>>): MadePlan {
  const briefDocument = documentOf(changes);
  return makePlan({
    ...{ briefDocument, brief: parseBrief(briefDocument, reference, TODAY), creators, reference },
    ...{ assumptions: shipped, ownAssumptions: [], seed: 3, passesMax: 2, madeOn: TODAY },
    ...{ secondsMax: Number.MAX_SAFE_INTEGER, elapsedSeconds: () => 0 },
  });
}

/** Mean of a log-normal from its median and 5th and 95th percentile, as costs.md writes it. */
const meanOf = (value: number, low: number, high: number) =>
  value * Math.exp((Math.log(high / low) / (2 * 1.6448536269514722)) ** 2 / 2);

describe("what a deal costs", () => {
  it("is, for a flat fee of 200, 200 + 45 for product and shipping + 2 hours at 30", () => {
    expect(itemOf({}).costParts).toMatchObject({ fee: 20_000, gift: 4500, handling: 6000, rights: 0 });
    expect(itemOf({}).costMinor).toBe(30_500);
  });

  it("is, for a package of 4 at 600, one item of 4 pieces at 600", () => {
    const items = itemsOf([
      creator([rate({ deal: "package", priceMinor: 60_000, terms: terms({ pieces: 4 }) })]),
    ]);
    expect(items.map(({ bundle }) => postsIn(bundle))).toEqual([4]);
    expect(items[0]!.costParts.fee).toBe(60_000);
  });

  it("keeps a package and the single piece as two offers", () => {
    const rates = [rate({}), rate({ deal: "package", priceMinor: 60_000, terms: terms({ pieces: 4 }) })];
    const ids = itemsOf([creator(rates)]).map(({ bundle }) => bundle.id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toContain("instagram/post*4@package");
    expect(ids).toContain("instagram/post*1");
  });

  it("is, for a retainer of 100 a month with 2 pieces, three whole months until the reading", () => {
    // 15 January to 30 April: 106 days, 3 whole months.
    const item = itemsOf([
      creator([rate({ deal: "retainer", priceMinor: 10_000, terms: terms({ pieces: 2 }) })]),
    ]);
    expect(item.map(({ bundle }) => postsIn(bundle))).toEqual([6]);
    expect(item[0]!.costParts.fee).toBe(30_000);
  });

  it("is, for a retainer agreed for six months, six months for the pieces of three", () => {
    const six = rate({ deal: "retainer", priceMinor: 10_000, terms: terms({ pieces: 2, months: 6 }) });
    const [item] = itemsOf([creator([six])]);
    expect(postsIn(item!.bundle)).toBe(6);
    expect(item!.costParts.fee).toBe(60_000);
  });

  it("is, by thousand views, the price of the views expected, and no more than the cap", () => {
    const item = itemOf({ deal: "view", priceMinor: 1000 });
    expect(item.costParts.fee).toBe(Math.round((1000 * item.views) / 1000));
    const capped = itemOf({ deal: "view", priceMinor: 1000, terms: terms({ capMinor: 300 }) });
    expect(capped.costParts.fee).toBe(300);
  });

  it("is, by click, the price of the visits expected of the views", () => {
    const item = itemOf({ deal: "click", priceMinor: 50 });
    // visits-by-views: .012 (.004 to .036).
    expect(item.costParts.fee / (50 * item.views * meanOf(0.012, 0.004, 0.036))).toBeCloseTo(1, 1);
  });

  it("is, for a sample that comes back, shipping twice and a tenth of the product", () => {
    expect(itemOf({ terms: terms({ sampleReturned: true }) }).costParts.gift).toBe(2 * 500 + 400);
  });

  it("is, for a press trip, its fee and the travel that is quoted, else days at the assumed cost", () => {
    const quoted = itemOf({ deal: "trip", terms: terms({ travelMinor: 45_000 }) });
    expect(quoted.costParts).toMatchObject({ fee: 20_000, travel: 45_000 });
    const assumed = itemOf({ deal: "trip", terms: terms({ days: 3 }) });
    expect(assumed.costParts.travel).toBe(Math.round(3 * meanOf(200, 66.7, 600) * 100));
    expect(assumed.extras.travel?.basis).toBe("assumed");
  });

  it("is, for a slot fee and 20 % commission, the fee and the commission on what is sold", () => {
    const sold = { objective: { metric: "orders", by: "2026-04-30" } };
    const slot = itemOf({ deal: "slot", commissionBp: 2000 }, sold);
    const only = itemOf({ deal: "commission", priceMinor: 0, commissionBp: 2000 }, sold);
    expect(slot.costParts.fee).toBe(20_000);
    expect(only.costParts.fee).toBe(0);
    expect(slot.costParts.commission).toBe(only.costParts.commission);
    expect(slot.costParts.commission).toBeGreaterThan(0);
  });
});

describe("usage rights and exclusivity", () => {
  const rights = { deals: { usageRights: { channels: ["own-social", "website"], months: 6 } } };

  it("that nobody quoted are assumed as shares of the fee, and marked", () => {
    const item = itemOf({}, rights);
    const share = meanOf(0.3, 0.1, 0.9) + meanOf(0.4, 0.133, 1.2);
    expect(item.costParts.rights).toBe(Math.round(20_000 * share));
    expect(item.extras.rights?.basis).toBe("assumed");
  });

  it("cost what is quoted where the quote covers what is asked: an amount, a share, or nothing on top", () => {
    const quote = { channels: ["own-social", "website"], months: 12, territory: null } as const;
    const of = (feeMinor: number | null, feeShareBp: number | null) =>
      itemOf({ terms: terms({ usageRights: { ...quote, feeMinor, feeShareBp } }) }, rights);
    expect(of(7000, null).costParts.rights).toBe(7000);
    expect(of(null, 3000).costParts.rights).toBe(6000);
    expect(of(null, null).costParts.rights).toBe(0);
    expect(of(7000, null).extras.rights?.basis).toBe("quoted");
  });

  it("are assumed where the quote is for fewer months or channels than asked", () => {
    const quote = { feeMinor: 10, feeShareBp: null, territory: null };
    const short = { ...quote, channels: [], months: 3 };
    const narrow = { ...quote, channels: ["website"] as const, months: null };
    for (const usageRights of [short, narrow])
      expect(itemOf({ terms: terms({ usageRights }) }, rights).extras.rights?.basis).toBe("assumed");
  });

  it("of whoever is paid in something else are a share of the usual price, not of nothing", () => {
    expect(itemOf({ deal: "gifted", priceMinor: 0 }, rights).costParts.rights).toBeGreaterThan(0);
  });

  it("cost more abroad, for longer, and for more categories", () => {
    const cost = (changes: object) => itemOf({}, { deals: changes }).costMinor - itemOf({}).costMinor;
    const home = cost({ usageRights: { channels: ["website"], months: 3 } });
    expect(
      cost({ usageRights: { channels: ["website"], months: 3, territory: "worldwide" } }),
    ).toBeGreaterThan(home);
    expect(cost({ usageRights: { channels: ["website"], months: 24 } })).toBeGreaterThan(home);
    const one = cost({ exclusivity: { months: 3, categories: ["noodles"] } });
    expect(one).toBe(Math.round(20_000 * meanOf(0.3, 0.1, 0.9)));
    expect(cost({ exclusivity: { months: 3, categories: ["noodles", "rice"] } })).toBeCloseTo(2 * one, -1);
  });
});

describe("a booking route", () => {
  const on = (some: Partial<RateTerms>, brief: object = {}) =>
    single(
      itemsOf([creator([rate({ deliverable: "note", terms: terms(some) })], "xiaohongshu")], {
        ...{ market: "CN", handling: { hourlyRate: 30 } },
        ...brief,
      }),
    );
  const fee = Math.round(20_000 * meanOf(0.1, 0.0333, 0.3));

  it("through the platform pays its fee; direct is unfiled there and pays none", () => {
    expect(on({ filed: true })).toMatchObject({ booking: { route: "platform-order", filed: true } });
    expect(on({ filed: true }).costParts.platformFee).toBe(fee);
    expect(on({ filed: false }).costParts.platformFee).toBe(0);
    expect(on({ route: "direct" })).toMatchObject({
      booking: { filed: false },
      costParts: { platformFee: 0 },
    });
    expect(on({}).costParts.platformFee).toBe(fee);
  });

  it("by an agency pays its share and saves hours", () => {
    const booked = on({ route: "agency" });
    expect(booked.costParts.agency).toBe(Math.round(20_000 * meanOf(0.15, 0.05, 0.45)));
    expect(booked.hours).toBeLessThan(on({ route: "direct" }).hours);
  });

  it("is the brief's where the quote says none", () => {
    expect(on({}, { deals: { route: "agency" } }).booking.route).toBe("agency");
    expect(on({ route: "mcn" }, { deals: { route: "agency" } }).booking.route).toBe("mcn");
  });

  it("past the platform is warned of on the line and in the plan", () => {
    const unfiled = creator([rate({ deliverable: "note", terms: terms({ filed: false }) })], "xiaohongshu");
    const plan = planOf([unfiled], { market: "CN" });
    expect(plan.lines[0]!.deal.terms.map(({ key }) => key)).toContain("plan.deal.unfiled");
    expect(plan.warnings.map(({ key }) => key)).toContain("plan.warn.unfiled");
  });
});

describe("guaranteed views", () => {
  it("lift the mean by E max(V, G), known in closed form", () => {
    const posterior = { varMean: 0.5, varPost: 0.5, priorWeight: 0 };
    const views = { mean: 1000, posterior, method: "measured", source: "", factors: [] } as never;
    // s = 1, G = m: 1000 (1 − Φ(−½)) + 1000 Φ(½) = 2000 Φ(½) = 1382.9.
    const { mean, makeGood } = madeGood(views, 1000, 0);
    expect(mean).toBeCloseTo(2000 * normalCdf(0.5), 9);
    expect(mean).toBeCloseTo(1382.92, 1);
    expect(makeGood.chance).toBeCloseTo(0.69146, 4);
    expect(makeGood.floor * mean).toBeCloseTo(1000, 9);
  });

  it("raise what is forecast at the same fee, and the line says the promise and its chance to fall short", () => {
    const promise = terms({ guaranteedViews: 5000 });
    const changes = { budget: 350, objective: { metric: "views", by: "2026-04-30", target: 1000 } };
    const certain = planOf([creator([rate({ deal: "guaranteed", terms: promise })])], changes);
    const plain = planOf([creator([rate({})])], changes);
    expect(certain.lines[0]!.deal.makeGoodChance).toBeGreaterThan(0.5);
    expect(certain.lines[0]!.costParts.fee).toEqual(plain.lines[0]!.costParts.fee);
    expect(certain.forecast!.mean).toBeGreaterThan(plain.forecast!.mean);
    expect(certain.lines[0]!.expectedViews.mean).toBeGreaterThan(5000);
    expect(certain.lines[0]!.expectedViews.p05).toBe(5000);
  });
});

describe("a plan's value and cost", () => {
  const four = (changes: Partial<Rate>) =>
    ["a", "b", "c", "d"].map((id) => creator([rate(changes)], "instagram", id));

  it.each([300, 1000, 3000])("is not below the mean of the draws where %d views are promised", (views) => {
    const promised = four({ deal: "guaranteed", terms: terms({ guaranteedViews: views }) });
    const objective = { metric: "views", by: "2026-04-30", target: 10 };
    const plan = planOf(promised, { budget: 1250, objective });
    expect(plan.lines).toHaveLength(4);
    const ratio = plan.forecast!.mean / plan.certificate.value;
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1.005);
  });

  it.each([
    ["view", 2000, null],
    ["view", 2000, 1500],
    ["click", 150, null],
    ["lead", 3000, 4000],
  ] as const)("holds what pay by %s at %d, capped at %s, costs on average", (deal, priceMinor, capMinor) => {
    const brief = parseBrief(documentOf({}), reference, TODAY);
    const creators = four({ deal, priceMinor, terms: terms({ capMinor }) });
    const book = new AssumptionBook(shipped);
    const model = campaignModel(creators, brief, reference, ORDINARY_PURCHASE, book);
    const items = [...model.items.values()].filter(({ bundle }) => postsIn(bundle) === 1);
    const { spent } = simulate(items, model, instanceFor(model, 300_000), {
      draws: 4000,
      seed: 3,
      atoms: 20,
    });
    const cost = items.reduce((sum, { costMinor }) => sum + costMinor, 0);
    expect(spent.reduce((sum, each) => sum + each, 0) / spent.length).toBeLessThan(cost);
  });
});

describe("boosting", () => {
  const four = ["a", "b", "c", "d"].map((id) => creator([rate({})], "instagram", id));
  const boosting = { deals: { boosting: { amount: 1000, tool: "partnership-ads" } } };

  it("comes off the budget first, stands apart, and is in no figure of the creators", () => {
    const boosted = planOf(four, boosting);
    const smaller = planOf(four, { budget: 2000 });
    expect(boosted.totals).toMatchObject({
      boost: { amountMinor: 100_000 },
      budget: { amountMinor: 300_000 },
    });
    expect(boosted.totals.unspent).toEqual(smaller.totals.unspent);
    expect(boosted.forecast).toEqual(smaller.forecast);
    expect(boosted.reach?.people).toBe(smaller.reach?.people);
    // 1000 EUR at 7 (2.33 to 21) a thousand.
    expect(boosted.boost!.impressions.mean / 1e6).toBeCloseTo(meanOf(1 / 7, 1 / 21, 1 / 2.33), 3);
    const both = boosted.boost!.withBoosting!.people;
    expect(both).toBeLessThanOrEqual(boosted.reach!.people + boosted.boost!.people!);
    expect(both).toBeGreaterThan(boosted.reach!.people);
  });

  it("of a platform where nothing is booked reaches nobody, and says so", () => {
    const elsewhere = { deals: { boosting: { amount: 1000, tool: "spark-ads" } } };
    const { boost } = planOf(four, elsewhere);
    expect(boost).toMatchObject({ people: null, withBoosting: null });
    expect(boost!.says.map(({ key }) => key)).toContain("plan.boost.nothing");
  });
});

describe("orders and money", () => {
  const sold = (metric: string, deals: object = {}) => ({ objective: { metric, by: "2026-04-30" }, deals });
  const live = (topics: readonly string[], metric: string, deals: object = {}) =>
    single(
      itemsOf([creator([rate({ deliverable: "live" })], "douyin")], {
        ...sold(metric, deals),
        ...{ market: "CN", topics },
      }),
    );

  it("from a livestream are net of what is cancelled or returned, far more of it for fashion", () => {
    const food = live(["food"], "orders").ratePerViewer;
    const fashion = live(["fashion"], "orders").ratePerViewer;
    expect(fashion / food).toBeCloseTo((1 - 0.65) / (1 - 0.3), 9);
    expect(live(["fashion"], "orders", { returnRate: 0.3 }).ratePerViewer).toBeCloseTo(food, 12);
  });

  it("from a market place are net too, from the brand's own shop as sold", () => {
    const of = (soldIn: string) => itemOf({}, sold("orders", { soldIn })).ratePerViewer;
    expect(of("marketplace") / of("shop")).toBeCloseTo(1 - 0.15, 9);
  });

  it("count a livestream's revenue by what is left of it beside the shop's", () => {
    const ratio = live(["fashion"], "revenue").ratePerViewer / live(["food"], "revenue").ratePerViewer;
    expect(ratio).toBeCloseTo((1 - 0.65) / (1 - 0.25) / ((1 - 0.3) / (1 - 0.1)), 9);
  });
});

describe("a brief's deals", () => {
  const flat = creator([rate({})], "instagram", "paid");
  const byShare = creator(
    [rate({ deal: "commission", priceMinor: 0, commissionBp: 1000 })],
    "instagram",
    "shares",
  );

  it("leave out whoever quotes only kinds that are not allowed", () => {
    const ids = itemsOf([flat, byShare], { deals: { allow: ["commission"] } }).map(
      ({ bundle }) => bundle.creator.id,
    );
    expect([...new Set(ids)]).toEqual(["shares"]);
  });

  it("let those who work for commission alone be booked with little money", () => {
    const plan = planOf([flat, byShare], { budget: 150, objective: { metric: "orders", by: "2026-04-30" } });
    expect(plan.lines.map(({ creator: id }) => id)).toEqual(["shares"]);
    expect(plan.lines[0]!.deal.kind).toBe("commission");
  });

  it("make a plan with rights dearer line by line, and say what is assumed", () => {
    const without = planOf([flat]);
    const asked = planOf([flat], { deals: { usageRights: {}, exclusivity: {} } });
    expect(asked.lines[0]!.cost.amountMinor).toBeGreaterThan(without.lines[0]!.cost.amountMinor);
    expect(asked.lines[0]!.deal).toMatchObject({ rights: "assumed", exclusivity: "assumed" });
    expect(asked.totals.rights.amountMinor).toBeGreaterThan(0);
    expect(asked.warnings.map(({ key }) => key)).toContain("plan.warn.assumedTerms");
  });
});

describe("every kind of deal", () => {
  it("is in a plan that its verifier accepts, boosting beside it", () => {
    const kinds = DEAL_KINDS.map((deal) =>
      creator(
        [
          rate({
            deal,
            priceMinor: deal === "view" ? 900 : 20_000,
            terms: terms({ pieces: 3, guaranteedViews: 4000 }),
          }),
        ],
        "instagram",
        `voice-${deal}`,
      ),
    );
    const { document, instance } = madeOf(kinds, {
      budget: 9000,
      deals: { boosting: { share: 0.05, tool: "partnership-ads" }, usageRights: {} },
    });
    expect(new Set(document.lines.map(({ deal }) => deal.kind)).size).toBeGreaterThan(7);
    const claimed = { ...document, certificate: { ...document.certificate, instanceSha256: "ab" } };
    expect(certifyPlan(instance, readPlan(claimed), "ab").problems).toEqual([]);
    const [first] = document.lines.filter(({ item }) => item.includes("@"));
    const lines = document.lines.map((line) =>
      line === first ? { ...line, deal: { ...line.deal, kind: "flat" } } : line,
    );
    expect(certifyPlan(instance, readPlan({ ...claimed, lines }), "ab").valid).toBe(false);
  });

  it("costs the sum of its parts in whole minor units, whatever its terms", () => {
    const some = fc.record({
      deal: fc.constantFrom(...DEAL_KINDS),
      priceMinor: fc.integer({ min: 0, max: 1_000_000 }),
      commissionBp: fc.option(fc.integer({ min: 0, max: 9000 })),
      terms: fc.option(
        fc.record({
          ...Object.fromEntries(Object.keys(NO_TERMS).map((key) => [key, fc.constant(null)])),
          guaranteedViews: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
          capMinor: fc.option(fc.integer({ min: 1, max: 100_000 })),
          pieces: fc.option(fc.integer({ min: 1, max: 12 })),
          months: fc.option(fc.integer({ min: 1, max: 24 })),
          sampleReturned: fc.option(fc.boolean()),
          filed: fc.option(fc.boolean()),
        }),
      ),
    });
    const deals = { usageRights: {}, exclusivity: { categories: ["noodles", "rice"] } };
    fc.assert(
      fc.property(some, (changes) => {
        for (const item of itemsOf([creator([rate(changes as Partial<Rate>)])], { deals })) {
          const parts = Object.values(item.costParts);
          expect(parts.every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(item.costMinor);
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
