import { idf, type WordCounts } from "./bm25.ts";
import type { QueryTerm } from "./queryGroups.ts";

/**
 * What was added to a word of a query, so that it does not drown the word: with r the idf of the commonest of the word's
 * names, an added term's idf counts as r at most, and all learned ones together as one term of weight 1 and idf r. A
 * word that the catalog hardly has is as rare as can be, and bounds nothing; a common one would else be outweighed by
 * any rare neighbour.
 * @param names the word itself and the other words of its concept, in any language: a query is bounded alike in each
 */
export function boundAdded(
  terms: readonly QueryTerm[],
  names: readonly QueryTerm[],
  counts: WordCounts,
): QueryTerm[] {
  const idfOf = ({ token }: QueryTerm) => idf(counts.documents, counts.documentsWith(token));
  const most = Math.min(...names.map(idfOf));
  const bounded = terms.map((term) =>
    term.via === "exact" ? term : { ...term, weight: term.weight * Math.min(1, most / idfOf(term)) },
  );
  const isLearned = ({ via }: QueryTerm) => via === "learned";
  const learned = bounded.filter(isLearned).reduce((sum, term) => sum + term.weight * idfOf(term), 0);
  const share = learned > most ? most / learned : 1;
  return bounded.map((term) => (isLearned(term) ? { ...term, weight: term.weight * share } : term));
}
