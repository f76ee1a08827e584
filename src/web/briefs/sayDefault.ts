import type { Sentence } from "#core/sentence";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";

/** What stands in for something nobody said, with markets and tier policies by name rather than by code. */
export function sayDefault(words: Words, names: Names, says: Sentence): string {
  const { market, policy } = says.values;
  return words.say({
    key: says.key,
    values: {
      ...says.values,
      ...(typeof market === "string" ? { market: names.country(market) } : {}),
      ...(typeof policy === "string" ? { policy: names.policy(policy) } : {}),
    },
  });
}
