import type { AccountFacts } from "#core/catalog/discovery/facts/accountFacts";
import type { Category, Keyed, NumberName } from "#core/catalog/discovery/figures";
import { CATEGORIES, KEYED, NUMBER_NAMES, NUMBERS } from "#core/catalog/discovery/figures";
import type { Random } from "#core/random";

export const WORDS = [
  "wine",
  "bordeaux",
  "红酒",
  "品鉴",
  "travel",
  "food",
  "nice",
  "winery",
  "wines",
  "o'neil",
];
export const KEYS = ["a", "b", "c", "it's", "d e", "红酒"];
export const DIMENSIONS = ["city", "age", "gender", "country"] as const;

/** An account whose every figure is drawn apart, often unknown and often equal to another's, so that edges meet. */
export function inventFacts(random: Random, index: number): AccountFacts {
  const maybe = <T>(value: () => T): T | null => (random.uniform() < 0.3 ? null : value());
  const some = (most: number) => Array.from({ length: random.below(most + 1) }, () => pick(random, KEYS));
  const numbers = Object.fromEntries(NUMBER_NAMES.map((name) => [name, maybe(() => drawn(random, name))]));
  const categories = Object.fromEntries(CATEGORIES.map((name) => [name, maybe(() => pick(random, KEYS))]));
  const keyed = Object.fromEntries(
    KEYED.map((name) => [
      name,
      [...new Set(some(3))].map((key) => ({ key, value: maybe(() => random.below(20) * 100) })),
    ]),
  );
  const audience = DIMENSIONS.flatMap((dimension) => {
    const cut = random.uniform() < 0.5;
    return random.uniform() < 0.4
      ? []
      : [...new Set(some(4))].map((key) => ({
          ...{ dimension, key, cut },
          shareBp: 1 + random.below(2500),
          bound: random.uniform() < 0.15,
        }));
  });
  return {
    accountId: `01900000-0000-7000-8000-${(index * 7919).toString(16).padStart(12, "0")}`,
    numbers: numbers as Record<NumberName, number | null>,
    categories: categories as Record<Category, string | null>,
    keyed: keyed as unknown as AccountFacts["keyed"] & Record<Keyed, never>,
    audience,
    words: {
      name: [text(random, 2)],
      handle: [],
      topics: [text(random, 1)],
      bio: [text(random, 5)],
      hashtags: [text(random, 1), text(random, 1)],
      captions: [],
    },
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[random.below(values.length)]!;
}

// On bounds of bands, beside them, and in between; a few values, so that many are equal.
function drawn(random: Random, name: NumberName): number {
  const { bands, store } = NUMBERS[name];
  const bound = bands.length > 0 ? pick(random, bands) : 20_000;
  const value = bound + pick(random, [-1, 0, 1, 37]);
  return store === "f64" && random.uniform() < 0.3 ? value + 0.5 : value;
}

function text(random: Random, words: number): string {
  return Array.from({ length: random.below(words + 1) }, () => pick(random, WORDS)).join(" ");
}
