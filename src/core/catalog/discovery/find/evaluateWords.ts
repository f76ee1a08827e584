import { B, idf, K1 } from "../bm25.ts";
import type { QueryGroups, QueryTerm } from "../queryGroups.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { rowsOfWord } from "../segment/placeOfWord.ts";

/** What BM25 needs to know of all segments together. */
export interface WordStatistics {
  readonly documents: number;
  readonly lengthSum: number;
  /** By word: how many accounts say it. */
  readonly documentsWith: ReadonlyMap<string, number>;
}

/** The rows that answer to enough of the words, as a bitmap. */
export function evaluateWords(segment: OpenSegment, { groups, need }: QueryGroups): number {
  const { layout, kernels, scratch } = segment;
  const { words } = layout;
  const bytes = words * 8;
  // The rows that answer to at least one group, at least two …
  const atLeast = Array.from({ length: need }, () => scratch.take(bytes));
  for (const bits of atLeast) kernels.fill(bits, 0, bytes);
  const [group, both] = [scratch.take(bytes), scratch.take(bytes)];
  for (const { terms } of groups) {
    kernels.fill(group, 0, bytes);
    for (const term of terms) addRows(segment, term, group);
    for (let more = need - 1; more > 0; more--) {
      kernels.and(both, atLeast[more - 1]!, group, words);
      kernels.or(atLeast[more]!, atLeast[more]!, both, words);
    }
    if (need > 0) kernels.or(atLeast[0]!, atLeast[0]!, group, words);
  }
  return atLeast[need - 1] ?? segment.live;
}

/**
 * How well the rows of a bitmap answer to the words: BM25 of each term, times its weight, added up (Float32 a row).
 */
export function scoreWords(
  segment: OpenSegment,
  { groups }: QueryGroups,
  statistics: WordStatistics,
  bits: number,
): number {
  const { layout, kernels, scratch } = segment;
  const bytes = layout.words * 64 * 4;
  const scores = scratch.take(bytes);
  kernels.fill(scores, 0, bytes);
  for (const { terms } of groups)
    for (const term of terms) scratch.within(() => addScore(segment, term, statistics, bits, scores));
  return scores;
}

function addRows(segment: OpenSegment, { token, also }: QueryTerm, to: number): void {
  const { layout, kernels, scratch } = segment;
  scratch.within(() => {
    if (also.length === 0) return addToken(segment, token, to);
    kernels.or(to, to, rowsWithAll(segment, [token, ...also]), layout.words);
  });
}

function addToken({ layout, kernels }: OpenSegment, token: string, to: number): void {
  const found = rowsOfWord(layout, token);
  if (!found) return;
  if (found.bits === 0) kernels.setRows(found.rows, found.length, to);
  else kernels.or(to, to, found.bits, layout.words);
}

function rowsWithAll(segment: OpenSegment, tokens: readonly string[]): number {
  const { layout, kernels, scratch } = segment;
  const bytes = layout.words * 8;
  const [all, one] = [scratch.take(bytes), scratch.take(bytes)];
  kernels.fill(all, 255, bytes);
  for (const token of tokens) {
    kernels.fill(one, 0, bytes);
    addToken(segment, token, one);
    kernels.and(all, all, one, layout.words);
  }
  return all;
}

function addScore(
  segment: OpenSegment,
  { token, also, weight }: QueryTerm,
  { documents, lengthSum, documentsWith }: WordStatistics,
  bits: number,
  scores: number,
): void {
  const { layout, kernels, scratch } = segment;
  const found = rowsOfWord(layout, token);
  if (!found) return;
  let among = bits;
  if (also.length > 0) {
    among = scratch.take(layout.words * 8);
    kernels.and(among, bits, rowsWithAll(segment, also), layout.words);
  }
  const lengthMean = Math.max(1, lengthSum / Math.max(1, documents));
  const scale = weight * idf(documents, documentsWith.get(token) ?? 0) * (K1 + 1);
  const [flat, slope] = [K1 * (1 - B), (K1 * B) / lengthMean];
  const { rows, frequencies, length } = found;
  kernels.addScores(rows, frequencies, length, scale, flat, slope, layout.text.lengths, among, scores);
}
