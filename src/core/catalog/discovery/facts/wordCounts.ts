import { FIELD_WEIGHTS, FREQUENCY_MAX, type SearchField } from "../fieldWeights.ts";
import { tokensOf } from "../tokens.ts";
import type { AccountWords } from "./accountFacts.ts";

/** How often an account says each word, weighted by field: as the index counts it. */
export function wordCounts(words: AccountWords): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [field, weight] of Object.entries(FIELD_WEIGHTS) as [SearchField, number][]) {
    for (const token of words[field].flatMap(tokensOf))
      counts.set(token, Math.min(FREQUENCY_MAX, (counts.get(token) ?? 0) + weight));
  }
  return counts;
}
