import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rate, Snapshot } from "./creator.ts";
import { NO_TERMS } from "./deal.ts";
import { posts } from "./postFacts.fixture.ts";
import {
  type LevelFacts,
  type LevelRule,
  levelFacts,
  PROFESSIONAL_LEVELS,
  professionalLevel,
} from "./professionalLevel.ts";

const rule: LevelRule = {
  ...{ source: "A rule", year: 2026, trust: "C", withoutManager: ["独立博主", "independent"] },
  ...{ professionalSponsoredLeastBp: 2000, professionalPostsPerWeekLeast: 2 },
  semiProfessionalSponsoredLeastBp: 500,
};
const facts = (sponsoredBp: number | null, said: Partial<LevelFacts> = {}): LevelFacts => ({
  sponsored: {
    ...{
      shareBp: sponsoredBp,
      sponsored: sponsoredBp === null ? 0 : sponsoredBp / 500,
      seenOn: "2026-03-01",
    },
    ...{ known: sponsoredBp === null ? 2 : 20, recent: 20 },
  },
  ...{ postsPerWeek: null, hasManager: null, hasPriceList: null },
  ...said,
});
const levelOf = (sponsoredBp: number | null, said: Partial<LevelFacts> = {}) => {
  const { level, why } = professionalLevel(facts(sponsoredBp, said), rule);
  return [level, why.key.split(".").at(-1)];
};

describe("the professional level", () => {
  it("is unknown where little is known", () => {
    expect(levelOf(null)).toEqual([null, "unknown"]);
    expect(levelOf(null, { postsPerWeek: 7, hasManager: false })).toEqual([null, "unknown"]);
  });

  it("is amateur only where it is known that hardly anything is paid", () => {
    expect(levelOf(0)).toEqual(["amateur", "amateur"]);
    expect(levelOf(450)).toEqual(["amateur", "amateur"]);
    expect(levelOf(500)).toEqual(["semi-professional", "sells"]);
  });

  it("is semi-professional for a price list alone, and professional with regular paid work at quoted prices", () => {
    expect(levelOf(null, { hasPriceList: true })).toEqual(["semi-professional", "prices"]);
    expect(levelOf(2500, { hasPriceList: true, postsPerWeek: 3 })).toEqual(["professional", "regular"]);
    expect(levelOf(2500, { hasPriceList: true, postsPerWeek: 1 })).toEqual(["semi-professional", "prices"]);
    expect(levelOf(2500, { postsPerWeek: 3 })).toEqual(["semi-professional", "sells"]);
  });

  it("is professional for whoever a manager or MCN acts for", () => {
    expect(levelOf(null, { hasManager: true })).toEqual(["professional", "manager"]);
  });

  it("never falls when a share, a pace or a sign of business is added", () => {
    const share = fc.integer({ min: 0, max: 10_000 });
    const pace = fc.option(fc.double({ min: 0, max: 20, noNaN: true }));
    const place = (level: (typeof PROFESSIONAL_LEVELS)[number] | null) =>
      level === null ? 0 : PROFESSIONAL_LEVELS.indexOf(level);
    fc.assert(
      fc.property(share, share, pace, fc.boolean(), (a, b, postsPerWeek, hasManager) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const said = { postsPerWeek, hasManager };
        const rank = (bp: number, more: Partial<LevelFacts> = {}) =>
          place(professionalLevel(facts(bp, { ...said, ...more }), rule).level);
        expect(rank(high)).toBeGreaterThanOrEqual(rank(low));
        expect(rank(low, { hasPriceList: true })).toBeGreaterThanOrEqual(rank(low));
        expect(rank(low, { hasManager: true })).toBeGreaterThanOrEqual(rank(low));
      }),
      { seed: 4 },
    );
  });

  it("says all it looked at, and whose rule it is", () => {
    const { evidence, rule: from } = professionalLevel(facts(1000, { postsPerWeek: 2.25 }), rule);
    expect(evidence.map(({ key, values }) => [key.split(".").at(-1), values])).toEqual([
      ["sponsored", { percent: 10, count: 2, known: 20 }],
      ["pace", { posts: 2.3 }],
      ["managerUnknown", {}],
      ["pricesUnknown", {}],
    ]);
    expect(from).toEqual({ method: "assumed", source: "A rule, 2026", observedOn: null, trust: "C" });
  });
});

describe("what the level looks at", () => {
  const source = { method: "measured" as const, source: "list.csv", observedOn: "2026-03-01", trust: null };
  const rate: Rate = {
    ...{ deliverable: "note", deal: "flat", priceMinor: 30_000, priceMaxMinor: null, qualifier: "eq" },
    ...{ currency: "CNY", commissionBp: null, terms: null, validFrom: null, source },
  };
  const snapshot = (mcn: string) => ({ extra: { mcn } }) as unknown as Snapshot;
  const read = (
    said: Partial<Parameters<typeof levelFacts>[0]>,
    holders: ("self" | "manager" | "mcn")[] = [],
  ) => levelFacts({ posts: [], rates: [], snapshots: [], ...said }, holders, rule);

  it("is a pace of at least five posts over at least two weeks", () => {
    expect(read({ posts: posts(15, 2) }).postsPerWeek).toBe(3.5);
    expect(read({ posts: posts(4, 7) }).postsPerWeek).toBeNull();
    expect(read({ posts: posts(13, 1) }).postsPerWeek).toBeNull();
  });

  it("is a manager among the contacts, in the MCN column or on the booking route", () => {
    expect(read({}).hasManager).toBeNull();
    expect(read({}, ["self"]).hasManager).toBeNull();
    expect(read({}, ["self", "mcn"]).hasManager).toBe(true);
    expect(read({ snapshots: [snapshot("青木传媒")] }).hasManager).toBe(true);
    expect(read({ snapshots: [snapshot("独立博主")] }).hasManager).toBe(false);
    expect(read({ rates: [{ ...rate, terms: { ...NO_TERMS, route: "mcn" } }] }).hasManager).toBe(true);
  });

  it("is a price that somebody quoted, not a vendor's model or floor", () => {
    expect(read({ rates: [rate] }).hasPriceList).toBe(true);
    expect(
      read({ rates: [{ ...rate, source: { ...source, method: "estimated" } }] }).hasPriceList,
    ).toBeNull();
    expect(read({ rates: [{ ...rate, qualifier: "le" }] }).hasPriceList).toBeNull();
    expect(read({ rates: [{ ...rate, deal: "gifted", priceMinor: 0 }] }).hasPriceList).toBeNull();
  });
});
