/**
 * One way to find a word of a query. Its score in a row is weight × BM25 of `token`; of a word of several tokens that is
 * its most telling one, and the row must have the others `also` (葡萄酒: 萄酒 and also 葡萄; "study abroad": abroad and
 * also study).
 */
export interface QueryTerm {
  readonly token: string;
  readonly also: readonly string[];
  /** 1 for what was typed, less for what was added. */
  readonly weight: number;
  readonly via: "exact" | "lexicon" | "learned" | "begun";
}

/** A word of a query, and the terms that stand for it. Its score in a row is the sum of theirs. */
export interface QueryGroup {
  readonly word: string;
  readonly terms: readonly QueryTerm[];
}

/** What a search looks for. A row is found when at least `need` groups have a term in it; groups add up to its score. */
export interface QueryGroups {
  readonly groups: readonly QueryGroup[];
  readonly need: number;
}
