import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { Random } from "#core/random";
import type { AccountFacts } from "../facts/accountFacts.ts";
import { CATEGORIES, KEYED, NUMBER_NAMES } from "../figures.ts";
import { type OpenSegment, openSegment } from "../segment/openSegment.ts";
import { FILTERS_MAX } from "../segment/scratch.ts";
import { SegmentBuilder } from "../segment/segmentBuilder.ts";
import type { Filter, FindQuery } from "./query.ts";
import { searchSegments } from "./searchSegments.ts";

// More accounts than the kernels add up at once, more words than are counted at once, and more values than a sketch has
// codes; plainStatement.test.ts asks everything else, of few.

const ACCOUNTS = 5000;
const PLACES = Array.from({ length: 60 }, (_, place) => `place-${place}`);
/** More than a byte tells apart. */
const LANGUAGES = Array.from({ length: 300 }, (_, place) => `language-${place}`);
/** True, false, or null where nobody knows. */
type Answer = boolean | null;

let all: AccountFacts[];
let segment: OpenSegment;

beforeAll(() => {
  const random = new Random(5);
  all = Array.from({ length: ACCOUNTS }, (_, index) => invented(random, index));
  const builder = new SegmentBuilder();
  for (const facts of all) builder.add(facts);
  const kernels = readFileSync(new URL("../../../../../kernels/discovery.wasm", import.meta.url));
  segment = openSegment(builder.finish(1), new WebAssembly.Module(kernels), 0);
});

describe("a search of many accounts", () => {
  it("counts by a number, between any two values, those whose value lies there", () => {
    const random = new Random(6);
    for (let i = 0; i < 200; i++) {
      const name = random.uniform() < 0.5 ? "followers" : "engagementByViewsBp";
      const one = () => (random.uniform() < 0.2 ? null : all[random.below(ACCOUNTS)]!.numbers[name]);
      const [min, max] = [one(), one()];
      expectCounts({ kind: "number", name, min, max }, ({ numbers }) => {
        const value = numbers[name];
        return value === null ? null : value >= (min ?? value) && value <= (max ?? value);
      });
    }
  });

  it("counts by a word of sixty those that have it, and by none of some those that have not", () => {
    const random = new Random(7);
    for (let i = 0; i < 100; i++) {
      const keys = Array.from({ length: 1 + random.below(4) }, () => PLACES[random.below(PLACES.length)]!);
      const none = random.uniform() < 0.5;
      expectCounts({ kind: "category", name: "city", keys, none }, ({ categories: { city } }) => {
        if (none) return city === null || !keys.includes(city);
        return city === null ? null : keys.includes(city);
      });
    }
  });

  it("counts by a policy's tiers those of that size", () => {
    const tierBands = [
      { from: 10_000, tier: "micro" },
      { from: 40_000, tier: null },
      { from: 50_000, tier: "mid" },
      { from: 70_000, tier: "micro" },
    ];
    const isMicro = (followers: number) => (followers >= 10_000 && followers < 40_000) || followers >= 70_000;
    const tierOf = (followers: number) =>
      isMicro(followers) ? "micro" : followers >= 50_000 && followers < 70_000 ? "mid" : null;
    for (const key of ["micro", "mid", "nowhere"])
      expectCounts(
        { kind: "category", name: "tier", keys: [key], none: false },
        ({ numbers: { followers } }) => {
          const tier = followers === null ? null : tierOf(followers);
          return tier === null ? null : tier === key;
        },
        { tierBands },
      );
  });

  it("counts each word of sixty and of three hundred, and each tier of fifteen, among all and among few", () => {
    const tierBands = Array.from({ length: 15 }, (_, tier) => ({ from: 5000 * tier, tier: `tier-${tier}` }));
    const tierOf = ({ numbers: { followers } }: AccountFacts) =>
      followers === null ? null : `tier-${Math.min(14, Math.floor(followers / 5000))}`;
    for (const max of [100_000, 20_000, 500]) {
      const followed: Filter = { kind: "number", name: "followers", min: 0, max };
      const query = { ...QUERY, filters: [followed], tierBands, withFacets: true };
      const { facets } = searchSegments([segment], query);
      const found = all.filter(({ numbers: { followers } }) => followers !== null && followers <= max);
      expect(facets.get("city")).toEqual(tally(found.map(({ categories: { city } }) => city)));
      expect(facets.get("language")).toEqual(tally(found.map(({ categories: { language } }) => language)));
      expect(facets.get("tier")).toEqual(tally(found.map(tierOf)));
    }
  });

  it("counts by a share of the audience, of keys that most lists hold and that few do", () => {
    const random = new Random(8);
    for (let i = 0; i < 200; i++) {
      const [dimension, known] =
        random.uniform() < 0.5 ? (["gender", GENDERS] as const) : (["city", PLACES] as const);
      const keys = [
        ...new Set(Array.from({ length: 1 + random.below(3) }, () => known[random.below(known.length)]!)),
      ];
      const minBp = 1 + random.below(dimension === "city" ? 2500 : 9000);
      expectCounts({ kind: "audience", dimension, keys, minBp }, (facts) => {
        const list = facts.audience.filter((share) => share.dimension === dimension);
        if (list.length === 0) return null;
        const asked = list.filter(({ key }) => keys.includes(key));
        const stated = list.filter(({ bound }) => !bound).map(({ shareBp }) => shareBp);
        const smallest = list.some(({ cut }) => cut) ? Math.min(10_000, ...stated) : 10_000;
        const left = Math.min(10_000 - sum(stated), (keys.length - asked.length) * smallest);
        if (sum(asked.filter(({ bound }) => !bound).map(({ shareBp }) => shareBp)) >= minBp) return true;
        return sum(asked.map(({ shareBp }) => shareBp)) + left >= minBp ? null : false;
      });
    }
  });

  it("has room for the longest question: by fit to a brief that names every dimension, with a policy of tiers", () => {
    const { ranked } = searchSegments([segment], {
      ...QUERY,
      filters: Array.from({ length: FILTERS_MAX }, () => UNTAGGED),
      tierBands: [{ from: 0, tier: "any" }],
      ...{ withFacets: true, limit: 20, sort: { by: "fit", descending: true } },
      fit: {
        ...{ topics: [], topicLift: 1, rate: null },
        audience: DIMENSIONS.map((dimension) => ({ dimension, keys: ["female"] })),
      },
    });
    const stated = all.flatMap(({ accountId, audience }) => {
      const share = audience.find(({ key, bound }) => key === "female" && !bound);
      return share ? [{ accountId, shareBp: share.shareBp }] : [];
    });
    const best = stated.sort((a, b) => b.shareBp - a.shareBp || (a.accountId < b.accountId ? -1 : 1));
    expect(ranked.map(({ accountId }) => accountId)).toEqual(
      best.slice(0, 20).map(({ accountId }) => accountId),
    );
  });
});

function expectCounts(
  filter: Filter,
  answerOf: (facts: AccountFacts) => Answer,
  more: Partial<FindQuery> = {},
): void {
  const { total, unknown } = searchSegments([segment], { ...QUERY, ...more, filters: [filter] });
  const answers = all.map(answerOf);
  expect([total, unknown], JSON.stringify(filter)).toEqual([
    answers.filter((answer) => answer === true).length,
    answers.filter((answer) => answer === null).length,
  ]);
}

function tally(keys: readonly (string | null)[]) {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { counts, unknown: keys.filter((key) => key === null).length };
}

const QUERY: FindQuery = {
  ...{ words: null, filters: [], includeUnknown: false, sort: { by: "followers", descending: true } },
  ...{ limit: 0, after: null, withFacets: false, tierBands: null, fit: null },
};

const UNTAGGED: Filter = {
  ...{ kind: "keyed", name: "tag", keys: ["nobody"], mode: "none", min: null, max: null },
};

const OTHER_DIMENSIONS = ["country", "region", "cityTier", "age", "interest", "language"] as const;
const DIMENSIONS = ["gender", "city", ...OTHER_DIMENSIONS] as const;
const GENDERS = ["female", "male", "other"];

function invented(random: Random, index: number): AccountFacts {
  const maybe = <T>(share: number, value: () => T): T | null => (random.uniform() < share ? value() : null);
  const audience: AccountFacts["audience"][number][] = [];
  if (random.uniform() < 0.8) {
    const female = random.below(9000);
    const gender = { dimension: "gender", cut: false } as const;
    audience.push({ ...gender, key: "female", shareBp: female, bound: random.uniform() < 0.1 });
    audience.push({ ...gender, key: "male", shareBp: 9000 - female, bound: false });
  }
  const cut = random.uniform() < 0.5;
  if (random.uniform() < 0.8)
    for (const place of new Set([random.below(60), random.below(60), random.below(60)]))
      audience.push({
        ...{ dimension: "city", key: PLACES[place]!, shareBp: random.below(1500), cut },
        bound: random.uniform() < 0.2,
      });
  if (index < 100)
    for (const dimension of OTHER_DIMENSIONS)
      audience.push({ dimension, key: "other", shareBp: 5000, bound: false, cut: false });
  return {
    accountId: `01900000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`,
    numbers: {
      ...recordOf(NUMBER_NAMES, () => null),
      // Each account its own, and a few that many share.
      followers: maybe(0.9, () => random.below(100_000) + 0.25),
      engagementByViewsBp: maybe(0.7, () =>
        random.uniform() < 0.4 ? 100 * random.below(5) : random.below(9000),
      ),
    },
    categories: {
      ...recordOf(CATEGORIES, () => null),
      city: maybe(0.6, () => PLACES[random.below(60)]!),
      language: maybe(0.6, () => LANGUAGES[random.below(300)]!),
    },
    keyed: recordOf(KEYED, () => []),
    audience,
    words: { name: [], handle: [], topics: [], bio: [], hashtags: [], captions: [] },
  };
}

function recordOf<K extends string, T>(names: readonly K[], value: () => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, value()])) as Record<K, T>;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
