import { B, idf, K1 } from "../bm25.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { rowsOfWord } from "../segment/placeOfWord.ts";
import type { WordGroup, WordQuery } from "./query.ts";

/** What BM25 needs to know of all segments together. */
export interface WordStatistics {
  readonly documents: number;
  readonly lengthSum: number;
  /** By word: how many accounts say it. */
  readonly documentsWith: ReadonlyMap<string, number>;
}

/**
 * The rows that answer to enough of the words, as a bitmap; and where `scores` is given, how well, added up as BM25 of each
 * word that stands for a group, times its weight (Float32 a row).
 */
export function evaluateWords(
  segment: OpenSegment,
  { groups, need }: WordQuery,
  statistics: WordStatistics,
  scores: number | null,
): number {
  const { layout, kernels, scratch } = segment;
  const { words } = layout;
  const bytes = words * 8;
  const met = scratch.take(bytes);
  if (scores !== null) kernels.fill(scores, 0, words * 64 * 4);
  // How many groups each row answers to, as bitmaps "at least i".
  const atLeast = Array.from({ length: need }, () => scratch.take(bytes));
  for (const bits of atLeast) kernels.fill(bits, 0, bytes);
  const [group, both] = [scratch.take(bytes), scratch.take(bytes)];
  for (const one of groups) {
    kernels.fill(group, 0, bytes);
    for (const term of postings(segment, one)) {
      kernels.setRows(term.rows, term.length, group);
      if (scores !== null) addTerm(segment, term, statistics, scores);
    }
    for (let i = need - 1; i > 0; i--) {
      kernels.and(both, atLeast[i - 1]!, group, words);
      kernels.or(atLeast[i]!, atLeast[i]!, both, words);
    }
    if (need > 0) kernels.or(atLeast[0]!, atLeast[0]!, group, words);
  }
  const last = atLeast[need - 1] ?? layout.live;
  kernels.and(met, last, layout.live, words);
  return met;
}

interface Posting {
  readonly word: string;
  readonly weight: number;
  readonly rows: number;
  readonly frequencies: number;
  readonly length: number;
}

function postings({ layout }: OpenSegment, group: WordGroup): Posting[] {
  const found: Posting[] = [];
  for (const { token, weight } of group.terms) {
    const rows = rowsOfWord(layout, token);
    if (rows) found.push({ word: token, weight, ...rows });
  }
  return found;
}

function addTerm(
  { layout, kernels }: OpenSegment,
  term: Posting,
  { documents, lengthSum, documentsWith }: WordStatistics,
  scores: number,
): void {
  const lengthMean = Math.max(1, lengthSum / Math.max(1, documents));
  const weight = term.weight * idf(documents, documentsWith.get(term.word) ?? term.length) * (K1 + 1);
  const { rows, frequencies, length } = term;
  const { lengths } = layout.text;
  kernels.addScores(rows, frequencies, length, weight, K1 * (1 - B), (K1 * B) / lengthMean, lengths, scores);
}
