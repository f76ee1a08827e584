import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChoraleError } from "#core/errors";
import { briefReadyForApproval } from "./approval.ts";
import { assumed, least, money, parse, refusals, TODAY, withObjective } from "./parseBrief.fixture.ts";
import { BRIEF_KEYS } from "./parseBrief.ts";

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
      "creators.slots",
      "gift.value",
      "gift.shipping",
      "handling.hoursPerCreator",
      "handling.hourlyRate",
      "handling.inBudget",
      "risk.confidence",
      "risk.tail",
      "deals.allow",
      "deals.route",
      "deals.usageRights",
      "deals.exclusivity",
      "deals.boosting",
      "calendar.durations",
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
