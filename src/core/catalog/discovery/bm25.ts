/**
 * BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"), with the constants that
 * Lucene ships and the idf that is never negative. Frequencies come weighted by field (`fieldWeights.ts`), before the
 * saturation, as BM25F does it: a word that stands in the topics and in the bio is one word said twice.
 */
export const K1 = 1.2;
export const B = 0.75;

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
export function termScore(frequency: number, idfOfTerm: number, length: number, meanLength: number): number {
  const norm = meanLength > 0 ? K1 * (1 - B + (B * length) / meanLength) : K1;
  return (idfOfTerm * frequency * (K1 + 1)) / (frequency + norm);
}
