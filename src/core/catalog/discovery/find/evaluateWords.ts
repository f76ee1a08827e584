import { B, idf, K1 } from "../bm25.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { type RowsOfWord, rowsOfWord } from "../segment/placeOfWord.ts";
import type { WordQuery } from "./query.ts";

/** What BM25 needs to know of all segments together. */
export interface WordStatistics {
  readonly documents: number;
  readonly lengthSum: number;
  /** By word: how many accounts say it. */
  readonly documentsWith: ReadonlyMap<string, number>;
}

/** The rows that answer to enough of the words, as a bitmap. */
export function evaluateWords(segment: OpenSegment, { groups, need }: WordQuery): number {
  const { layout, kernels, scratch } = segment;
  const { words } = layout;
  const bytes = words * 8;
  // The rows that answer to at least one group, at least two …
  const atLeast = Array.from({ length: need }, () => scratch.take(bytes));
  for (const bits of atLeast) kernels.fill(bits, 0, bytes);
  const [group, both] = [scratch.take(bytes), scratch.take(bytes)];
  for (const { terms } of groups) {
    kernels.fill(group, 0, bytes);
    for (const { token } of terms) {
      const found = rowsOfWord(layout, token);
      if (!found) continue;
      if (found.bits === 0) kernels.setRows(found.rows, found.length, group);
      else kernels.or(group, group, found.bits, words);
    }
    for (let more = need - 1; more > 0; more--) {
      kernels.and(both, atLeast[more - 1]!, group, words);
      kernels.or(atLeast[more]!, atLeast[more]!, both, words);
    }
    if (need > 0) kernels.or(atLeast[0]!, atLeast[0]!, group, words);
  }
  return atLeast[need - 1] ?? segment.live;
}

/**
 * How well the rows of a bitmap answer to the words: BM25 of each word that stands for a group, times its weight, added up
 * (Float32 a row).
 */
export function scoreWords(
  segment: OpenSegment,
  { groups }: WordQuery,
  statistics: WordStatistics,
  bits: number,
): number {
  const { layout, kernels, scratch } = segment;
  const bytes = layout.words * 64 * 4;
  const scores = scratch.take(bytes);
  kernels.fill(scores, 0, bytes);
  for (const { token, weight } of groups.flatMap(({ terms }) => terms)) {
    const found = rowsOfWord(layout, token);
    if (found) addTerm(segment, found, weightOf(token, weight, statistics), statistics, bits, scores);
  }
  return scores;
}

function weightOf(token: string, weight: number, { documents, documentsWith }: WordStatistics): number {
  return weight * idf(documents, documentsWith.get(token) ?? 0) * (K1 + 1);
}

function addTerm(
  { layout, kernels }: OpenSegment,
  { rows, frequencies, length }: RowsOfWord,
  weight: number,
  { documents, lengthSum }: WordStatistics,
  bits: number,
  scores: number,
): void {
  const lengthMean = Math.max(1, lengthSum / Math.max(1, documents));
  const [flat, slope] = [K1 * (1 - B), (K1 * B) / lengthMean];
  const { lengths } = layout.text;
  kernels.addScores(rows, frequencies, length, weight, flat, slope, lengths, bits, scores);
}
