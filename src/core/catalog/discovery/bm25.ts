/**
 * BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"), with the idf that is never
 * negative. Frequencies come weighted by field (`fieldWeights.ts`), before the saturation, as BM25F does it: a word that
 * stands in the topics and in the bio is one word said twice. The usual constants (1.2, 0.75) are for texts of one subject: here
 * a row is all that an account ever wrote, which says a word of its trade a hundred times and is long because it has
 * posted long. Chosen on the tuning half of `bench/relevance.mjs`; see docs/methods/topics.md.
 */
export const K1 = 6;
export const B = 0.3;

/** What is known of all creators' words. */
export interface WordCounts {
  readonly documents: number;
  documentsWith(token: string): number;
}

/** How much it says that a document has a token which `documentsWith` of `documents` have; above 0. */
export function idf(documents: number, documentsWith: number): number {
  return Math.log(1 + (documents - documentsWith + 0.5) / (documentsWith + 0.5));
}

/** A token's part of a document's score. Frequency and lengths are weighted counts of tokens; a query adds its tokens' parts. */
export function termScore(
  frequency: number,
  idfOfTerm: number,
  length: number,
  meanLength: number,
  k1 = K1,
  b = B,
): number {
  const norm = meanLength > 0 ? k1 * (1 - b + (b * length) / meanLength) : k1;
  return (idfOfTerm * frequency * (k1 + 1)) / (frequency + norm);
}
