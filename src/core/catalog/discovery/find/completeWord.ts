import type { SegmentLayout } from "../segment/layout.ts";
import { placesOfPrefix, rowsOfPlace, wordAt } from "../segment/placeOfWord.ts";

/** A word that begins like half the catalog says nothing: only so many continuations count, the commonest. */
const CONTINUATIONS_MAX = 48;
/** Fewer letters begin too many words; of a Chinese character it is known which pairs begin with it. */
const LETTERS_MIN = 2;
const BEGINS_ALONE = /^\p{Script=Han}$/u;

/** The commonest words of the segments that begin with what somebody is still typing. */
export function completeWord(layouts: readonly SegmentLayout[], typed: string): readonly string[] {
  if (typed.length < LETTERS_MIN && !BEGINS_ALONE.test(typed)) return [];
  const counts = new Map<string, number>();
  for (const layout of layouts) {
    const [from, to] = placesOfPrefix(layout, typed);
    for (let place = from; place < to; place++) {
      const word = wordAt(layout, place);
      counts.set(word, (counts.get(word) ?? 0) + rowsOfPlace(layout, place).length);
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, CONTINUATIONS_MAX)
    .map(([word]) => word);
}
