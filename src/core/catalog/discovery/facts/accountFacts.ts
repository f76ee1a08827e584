import type { AudienceDimension } from "#core/catalog/creator";
import type { SearchField } from "../fieldWeights.ts";
import type { Category, Keyed, NumberName } from "../figures.ts";

/** A share of an audience that a filter may ask for; `bound`: at most that much; `cut`: its list ends after its largest entries. */
export interface AudienceFact {
  readonly dimension: AudienceDimension;
  readonly key: string;
  readonly shareBp: number;
  readonly bound: boolean;
  readonly cut: boolean;
}

/** The texts of an account in which a search looks for words, by how much a word weighs there. */
export type AccountWords = Readonly<Record<SearchField, readonly string[]>>;

/** Everything that the index keeps of one account. Null is unknown. */
export interface AccountFacts {
  /** A UUID in its usual writing. */
  readonly accountId: string;
  readonly numbers: Readonly<Record<NumberName, number | null>>;
  readonly categories: Readonly<Record<Category, string | null>>;
  readonly keyed: Readonly<Record<Keyed, readonly { readonly key: string; readonly value: number | null }[]>>;
  /** The shares of a dimension one after the other. */
  readonly audience: readonly AudienceFact[];
  readonly words: AccountWords;
}
