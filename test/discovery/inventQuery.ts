import { CATEGORIES, KEYED, NUMBER_NAMES, NUMBERS } from "#core/catalog/discovery/figures";
import type { Filter, FindQuery, Range } from "#core/catalog/discovery/find/query";
import type { QueryGroups } from "#core/catalog/discovery/queryGroups";
import { tokensOf } from "#core/catalog/discovery/tokens";
import type { Random } from "#core/random";
import { DIMENSIONS, KEYS, pick, WORDS } from "./inventFacts.ts";

/** A search with none to five conditions of every kind, unknown words and keys among them. */
export function inventQuery(random: Random): FindQuery {
  const words = random.uniform() < 0.4 ? inventWords(random) : null;
  return {
    words,
    filters: Array.from({ length: random.below(6) }, () => inventFilter(random)),
    includeUnknown: random.uniform() < 0.4,
    sort: { by: pick(random, NUMBER_NAMES), descending: random.uniform() < 0.5 },
    limit: 1 + random.below(40),
    after: null,
    withFacets: true,
    // Days are drawn about 20,000: some are so many days before as are counted, some a day more or less.
    today: 20_000 + pick(random, [0, 7, 30, 38]),
    fit: null,
    tierBands:
      random.uniform() < 0.3
        ? [
            { from: 1000, tier: "nano" },
            { from: 10_000, tier: null },
            { from: 50_000, tier: "macro" },
          ]
        : null,
  };
}

function inventFilter(random: Random): Filter {
  const keys = Array.from({ length: 1 + random.below(3) }, () => pick(random, [...KEYS, "nowhere", "nano"]));
  switch (random.below(4)) {
    case 0: {
      const name = pick(random, NUMBER_NAMES);
      return { kind: "number", name, ...inventRange(random, NUMBERS[name].bands) };
    }
    case 1:
      return { kind: "category", name: pick(random, CATEGORIES), keys, none: random.uniform() < 0.3 };
    case 2:
      return {
        ...{ kind: "keyed", name: pick(random, KEYED), keys, mode: pick(random, ["any", "all", "none"]) },
        ...(random.uniform() < 0.5 ? { min: null, max: null } : inventRange(random, [100, 500, 1000, 1500])),
      };
    default: {
      const minBp = 1 + random.below(4000);
      return { kind: "audience", dimension: pick(random, [...DIMENSIONS, "interest"]), keys, minBp };
    }
  }
}

function inventRange(random: Random, bounds: readonly number[]): Range {
  const one = () =>
    random.uniform() < 0.3 ? null : pick(random, [...bounds, 20_000]) + pick(random, [0, 0.5]);
  return { min: one(), max: one() };
}

function inventWords(random: Random): QueryGroups {
  const groups = Array.from({ length: 1 + random.below(3) }, () => ({
    word: "",
    terms: Array.from({ length: 1 + random.below(3) }, () => pick(random, [...WORDS, "absent"]))
      .flatMap(tokensOf)
      .map((token) => ({
        ...{ token, weight: 0.5 + random.uniform(), via: "exact" as const },
        also: random.uniform() < 0.3 ? tokensOf(pick(random, WORDS)) : [],
      })),
  }));
  return { groups, need: random.below(groups.length + 1) };
}
