import { CITIES, COUNTRIES, DELIVERABLES, PLATFORMS, TOPICS } from "./catalog.mjs";

/** Ten days after the newest figures. */
const TODAY = Date.parse("2026-11-11") / 86_400_000;

/** A question as a marketer asks it: one to four conditions, mostly words with what stands for them, all facets, 50 rows. */
export function randomQuery(random) {
  const words = random.uniform() < 0.6 ? randomWords(random) : null;
  const filters = shuffled(random, FILTERS)
    .slice(0, 1 + random.below(4))
    .map((make) => make(random));
  return {
    ...{ words, filters, includeUnknown: random.uniform() < 0.15 },
    sort: { by: words && random.uniform() < 0.7 ? "match" : "followers", descending: true },
    ...{ limit: 50, after: null, withFacets: true, tierBands: null, fit: null, today: TODAY },
  };
}

const FILTERS = [
  (random) => category("platform", some(random, PLATFORMS, 2)),
  (random) => category("country", some(random, COUNTRIES, 2)),
  (random) => {
    const min = [1000, 5000, 10_000][random.below(3)];
    return { kind: "number", name: "followers", min, max: min * [5, 10][random.below(2)] };
  },
  (random) => ({
    kind: "number",
    name: "engagementByFollowersBp",
    min: 100 * (1 + random.below(4)),
    max: null,
  }),
  (random) => ({ kind: "number", name: "priceMinor", min: null, max: 10_000 * (1 + random.below(10)) }),
  (random) => keyed("topic", some(random, TOPICS, 2), null),
  (random) => keyed("deliverable", some(random, DELIVERABLES, 1), 50_000),
  () => ({ kind: "audience", dimension: "gender", keys: ["female"], minBp: 6000 }),
  (random) => ({ kind: "audience", dimension: "city", keys: some(random, CITIES, 1), minBp: 500 }),
  () => ({ kind: "audience", dimension: "age", keys: ["18-24", "25-34"], minBp: 5000 }),
];

function randomWords(random) {
  const groups = Array.from({ length: 1 + random.below(2) }, () => ({
    word: "",
    // The word itself is as common as the catalog's; what stands for it is rarer.
    terms: Array.from({ length: 8 }, (_, place) => ({
      token: `w${zipf(random, 20_000)}`,
      also: [],
      weight: place === 0 ? 1 : 0.5,
      via: place === 0 ? "exact" : "learned",
    })),
  }));
  return { groups, need: groups.length };
}

function category(name, keys) {
  return { kind: "category", name, keys, none: false };
}

function keyed(name, keys, max) {
  return { kind: "keyed", name, keys, mode: "any", min: null, max };
}

function some(random, values, most) {
  return shuffled(random, values).slice(0, 1 + random.below(most));
}

function shuffled(random, values) {
  return values
    .map((value) => [random.uniform(), value])
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

function zipf(random, count) {
  return Math.floor(Math.exp(random.uniform() * Math.log(count + 1))) - 1;
}
