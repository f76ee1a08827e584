import type { SegmentLayout } from "./layout.ts";
import { rowsOfPlace, wordAt } from "./placeOfWord.ts";

/** A word of fewer accounts teaches nothing. */
const ACCOUNTS_LEAST = 3;

/**
 * Accounts as the numbers of their distinct words, and what each number is: of a large segment every so-many-th account, at
 * most `most` of them.
 */
export function documentsOf(
  layout: SegmentLayout,
  most: number,
): { readonly documents: readonly Uint32Array[]; readonly tokens: readonly string[] } {
  const { text, rows, memory } = layout;
  const step = Math.max(1, Math.ceil(rows / most));
  const tokens: string[] = [];
  const found: number[][] = Array.from({ length: Math.ceil(rows / step) }, () => []);
  for (let place = 0; place < text.count; place++) {
    const { length, rows: at } = rowsOfPlace(layout, place);
    if (length < ACCOUNTS_LEAST) continue;
    for (const row of new Uint32Array(memory.buffer, at, length))
      if (row % step === 0) found[row / step]?.push(tokens.length);
    tokens.push(wordAt(layout, place));
  }
  return { documents: found.map((words) => Uint32Array.from(words)), tokens };
}
