import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cities } from "#core/catalog/city";
import type { Platform } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import { briefReadyForApproval } from "./approval.ts";
import type { Brief } from "./brief.ts";
import { BRIEF_KEYS, parseBrief } from "./parseBrief.ts";

const TODAY = "2026-01-15";

const call = (word: string) => ({ en: word, "zh-CN": word, "zh-TW": word });
const deliverable = (slug: string, format: string, words: string[] = []) => ({
  slug,
  format,
  words,
  names: call(slug),
});
const platform = (slug: string, deliverables: Platform["deliverables"], pathWords: string[]): Platform => ({
  slug,
  names: call(slug),
  creatorWord: call("creator"),
  markets: ["*"],
  homeCurrency: null,
  headers: [],
  headerHints: [],
  hosts: [],
  searches: [],
  headerValues: [],
  pathWords,
  formats: [],
  deliverables,
});
const money = (amountMinor: number, currency: string) => ({ amountMinor, currency });
const policy = (id: string, market: string | null) => ({
  id,
  names: { en: id, "zh-CN": id, "zh-TW": id },
  platform: null,
  market,
  industry: null,
  version: "1",
  bands: [{ tier: "micro", from: 0, below: null }],
  source: "invented",
  year: 2025,
  trust: "C" as const,
  note: null,
});

const reference: Reference = {
  platforms: [
    platform("mosaic", [deliverable("note", "note", ["图文"]), deliverable("live", "live")], ["马赛克"]),
    platform("echo", [deliverable("note", "note"), deliverable("short", "short", ["图文"])], []),
  ],
  tierPolicies: {
    policies: [policy("anywhere", null), policy("french", "FR")],
    defaults: [
      { market: null, platform: null, industry: null, policy: "anywhere", why: "" },
      { market: "FR", platform: null, industry: null, policy: "french", why: "" },
    ],
  },
  topics: new TopicLexicon([
    {
      slug: "food",
      names: { ...call("Food"), "zh-CN": "美食" },
      words: ["cooking"],
      searchWords: { en: [], "zh-CN": [], "zh-TW": [] },
    },
  ]),
  cities: new Cities({
    regions: [],
    cities: [
      {
        slug: "lyon",
        country: "FR",
        region: null,
        code: null,
        names: { ...call("Lyon"), "zh-CN": "里昂" },
        words: [],
        administrativeTier: null,
      },
    ],
    tierLists: [],
  }),
  fx: [{ base: "EUR", quote: "CNY", onDate: "2025-07-01", rateE9: 8e9, source: "invented" }],
  briefDefaults: {
    hoursPerCreator: 2,
    hourlyRates: [{ market: null, money: money(3000, "EUR") }],
    orderValues: [{ market: null, money: money(5000, "EUR") }],
    source: "invented",
    year: 2026,
    trust: "C",
  },
};

const least = {
  market: "FR",
  currency: "EUR",
  product: "a jar of honey",
  budget: 5000,
  objective: { metric: "reach", by: "2026-06-30" },
};
const parse = (document: unknown) => parseBrief(document, reference, TODAY);
const withObjective = (objective: object, more: object = {}) =>
  parse({ ...least, ...more, objective: { ...least.objective, ...objective } });

function detailsOf(document: unknown) {
  try {
    parse(document);
  } catch (caught) {
    if (caught instanceof ChoraleError) return caught.details;
    throw caught;
  }
  return [];
}
const refusals = (document: unknown) =>
  detailsOf(document).map(({ at, rule }) => `${at} ${rule.key.replace("brief.rule.", "")}`);
const assumed = (brief: Brief) => brief.defaults.map((row) => row.path);

describe("a brief with the least it needs", () => {
  const brief = parse(least);

  it("gets every other value filled in, each marked assumed", () => {
    expect(assumed(brief)).toEqual([
      "start",
      "end",
      "audience.countries",
      "audience.ages",
      "tierPolicy",
      "creators.min",
      "gift.value",
      "gift.shipping",
      "handling.hoursPerCreator",
      "handling.hourlyRate",
      "handling.inBudget",
      "risk.confidence",
      "risk.tail",
    ]);
    expect(brief).toMatchObject({
      start: TODAY,
      end: "2026-06-02",
      budget: money(500_000, "EUR"),
      audience: { countries: ["FR"], ages: ["18+"] },
      tierPolicy: null,
      handling: { hoursPerCreator: 2, hourlyRate: money(3000, "EUR"), inBudget: true },
      risk: { confidence: 0.8 },
      order: { value: null },
    });
  });

  it("assumes an order value for sales metrics only, in the brief's currency", () => {
    const sold = withObjective({ metric: "orders" }, { currency: "CNY" });
    expect(sold.order.value).toEqual(money(40_000, "CNY"));
    expect(assumed(sold)).toContain("order.value");
  });

  it("ends posting at once when the reading is less than 28 days away", () => {
    expect(withObjective({ by: "2026-01-20" })).toMatchObject({ start: TODAY, end: TODAY });
  });

  it("may be explored but not approved until budget and target are both there", () => {
    expect(briefReadyForApproval(brief).map((row) => row.path)).toEqual(["objective.target"]);
    const { budget: _, ...unpriced } = { ...least, objective: { ...least.objective, target: 100 } };
    expect(briefReadyForApproval(parse(unpriced)).map((row) => row.path)).toEqual(["budget"]);
    expect(briefReadyForApproval(withObjective({ target: 100 }))).toEqual([]);
  });
});

describe("a target", () => {
  it("is a count, or a growth over a baseline", () => {
    expect(withObjective({ target: 400 }).objective.target).toBe(400);
    expect(withObjective({ target: "400" }).objective.target).toBe(400);
    const growth = withObjective({ target: "+12%", baseline: 1000 }).objective;
    expect(growth.target).toBeCloseTo(120);
    expect(growth.targetAsWritten).toBe("+12%");
  });

  it("is money in minor units where the metric is money", () => {
    expect(withObjective({ metric: "revenue", target: "1500.50" }).objective.target).toBe(150_050);
    const growth = withObjective({ metric: "turnoverGrowth", target: "+10%", baseline: 20_000 });
    expect(growth.objective).toMatchObject({ target: 200_000, baseline: 20_000 });
  });

  it.each([
    [{ target: "+10%" }, "objective.baseline baseline"],
    [{ target: "+10%", baseline: 0 }, "objective.baseline baseline"],
    [{ target: 0 }, "objective.target target"],
    [{ target: -5 }, "objective.target target"],
    [{ target: 1.5 }, "objective.target target"],
    [{ target: "many" }, "objective.target target"],
    [{ target: 1e30 }, "objective.target target"],
    [{ metric: "revenue", target: 0 }, "objective.target target"],
    [{ by: "2020-01-01" }, "objective.by past"],
    [{ by: "2026-02-30" }, "objective.by date"],
    [{ metric: "reech" }, "objective.metric oneOfNear"],
    [{ taget: 4 }, "objective.taget unknownKeyNear"],
  ])("is refused as %j", (objective, refusal) => {
    expect(refusals({ ...least, objective: { ...least.objective, ...objective } })).toContain(refusal);
  });
});

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

describe("a brief in the words of the trade", () => {
  it("is understood in Chinese", () => {
    const brief = parse({
      ...least,
      market: "法国",
      topics: ["美食"],
      platforms: "马赛克",
      deliverables: ["图文"],
      audience: { cities: ["里昂"], cityTiers: ["新一线", 2], genders: ["女"], ages: ["18–24", "45+"] },
      creators: { quotas: [{ label: "topic:美食", min: 2 }] },
      order: { grossMargin: "35%" },
    });
    expect(brief).toMatchObject({
      market: "FR",
      topics: ["food"],
      platforms: ["mosaic"],
      deliverables: ["mosaic/note"],
      audience: { cities: ["lyon"], cityTiers: ["new1", "2"], genders: ["female"], ages: ["18-24", "45+"] },
      creators: { quotas: [{ label: "topic:food", min: 2, max: null }] },
      order: { grossMargin: 0.35 },
      warnings: [],
    });
  });

  it("may name a topic or city nobody knows, and warns with the nearest", () => {
    const brief = parse({ ...least, topics: ["coking"], audience: { cities: ["Lyonn"] } });
    expect(brief.topics).toEqual(["coking"]);
    expect(brief.warnings.map((warning) => warning.key)).toEqual([
      "brief.warning.topicNear",
      "brief.warning.city",
    ]);
    expect(brief.warnings[0]?.values["nearest"]).toBe("cooking");
  });

  it("takes a bare deliverable for every platform that sells it", () => {
    expect(parse({ ...least, deliverables: ["note"] }).deliverables).toEqual(["note"]);
    expect(parse({ ...least, deliverables: ["图文"] }).deliverables).toEqual(["mosaic/note", "echo/short"]);
  });
});

describe("any document at all", () => {
  const answersSoundly = (document: unknown) => {
    try {
      const brief = parse(document);
      expect(brief.currency).toMatch(/^[A-Z]{3}$/);
      expect(brief.objective.by >= TODAY && brief.end >= brief.start).toBe(true);
      expect(brief.budget !== null || brief.objective.target !== null).toBe(true);
    } catch (caught) {
      if (!(caught instanceof ChoraleError)) throw caught;
      expect(caught.code).toBe("bad-input");
      expect(caught.details.length).toBeGreaterThan(0);
      for (const detail of caught.details) expect(detail.at).not.toBe("");
    }
  };

  it("is a brief or a refusal with its reasons", () => {
    fc.assert(fc.property(fc.jsonValue(), answersSoundly), { seed: 1, numRuns: 500 });
  });

  it("is so too with one part of a sound brief replaced by anything", () => {
    const sound: Record<string, unknown> = {
      ...least,
      audience: {},
      creators: {},
      gift: {},
      handling: {},
      order: {},
      risk: {},
    };
    const path = fc.constantFrom(
      ...BRIEF_KEYS.map((key) => [key]),
      ...["metric", "target", "baseline", "by"].map((key) => ["objective", key]),
      ...["ages", "cities", "cityTiers", "genders", "languages", "interests"].map((key) => ["audience", key]),
      ...["min", "max", "quotas", "exclude", "lock"].map((key) => ["creators", key]),
      ["gift", "value"],
      ["handling", "hourlyRate"],
      ["handling", "hoursPerCreator"],
      ["order", "value"],
      ["order", "grossMargin"],
      ["risk", "confidence"],
    );
    const replaced = fc.tuple(path, fc.oneof(fc.jsonValue(), fc.double(), fc.string())).map(([at, value]) => {
      const [head = "", tail] = at;
      const inner = sound[head];
      return { ...sound, [head]: tail === undefined ? value : { ...(inner as object), [tail]: value } };
    });
    fc.assert(fc.property(replaced, answersSoundly), { seed: 2, numRuns: 2000 });
  });
});
