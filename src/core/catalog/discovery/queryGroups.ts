/**
 * One way to find a word of a query: a row has the term when it has all of its tokens (葡萄酒 is 葡萄 and 萄酒, "study
 * abroad" is study and abroad); its score is weight × the least of its tokens' BM25 parts.
 */
export interface QueryTerm {
  readonly tokens: readonly string[];
  /** 1 for what was typed, less for what was added. */
  readonly weight: number;
  readonly via: "exact" | "lexicon" | "learned";
}

/** A word of a query, and the terms that stand for it. */
export interface QueryGroup {
  readonly word: string;
  readonly terms: readonly QueryTerm[];
}

/** What a search looks for. A row is found when at least `need` groups have a term in it. */
export interface QueryGroups {
  readonly groups: readonly QueryGroup[];
  readonly need: number;
}
