import type { WordCounts } from "../bm25.ts";
import type { SegmentLayout } from "../segment/layout.ts";
import { rowsOfWord } from "../segment/placeOfWord.ts";

/** How many accounts of all segments say a word. */
export function wordCounts(layouts: readonly SegmentLayout[]): WordCounts {
  const sum = (countOf: (layout: SegmentLayout) => number) =>
    layouts.reduce((total, layout) => total + countOf(layout), 0);
  return {
    documents: sum(({ rows }) => rows),
    documentsWith: (token) => sum((layout) => rowsOfWord(layout, token)?.length ?? 0),
  };
}
