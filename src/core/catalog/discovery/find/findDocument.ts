import type { Currency } from "#core/money";
import type { Sentence } from "#core/sentence";
import type { RowFigures } from "../segment/rowFigures.ts";
import type { SaidGroup } from "../writtenWords.ts";
import type { FacetName } from "./countFacets.ts";
import type { FitParts } from "./fit.ts";

/** An account that was found. Figures are those of the index; null is unknown. */
export interface FoundCreator extends RowFigures {
  /** Of the creator. */
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly platform: string;
  readonly handle: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  /** How well it answers to the words (BM25); null: no words were asked for. */
  readonly match: number | null;
  /** Null: no brief was named. */
  readonly fit: FitParts | null;
  /** Whether the account answers since the saved search was last looked at; null: none was named, or it is not known. */
  readonly isNew: boolean | null;
}

/**
 * A facet's word with its count; of a number's band also its bounds, from `from` up to, not including, `below`; of a day how
 * many days ago at most.
 */
export interface FacetValue {
  readonly key: string;
  readonly count: number;
  readonly from?: number | null;
  readonly below?: number | null;
}

/** A facet's commonest words; `more` further ones have a count, too. */
export interface FacetShown {
  readonly values: readonly FacetValue[];
  readonly more: number;
  readonly unknown: number;
}

/** What `find` answers at every door. */
export interface FindDocument {
  /** Accounts, not creators: somebody on two platforms can be found on both. */
  readonly total: number;
  /** Accounts that no known figure excludes, while one that was asked for is unknown. */
  readonly unknown: number;
  readonly results: readonly FoundCreator[];
  readonly facets: Readonly<Partial<Record<FacetName, FacetShown>>>;
  /** What to ask for as `after` to see more; null: that was all. */
  readonly next: string | null;
  /** The words that were looked for, each with what stands for it; null: none were asked for. */
  readonly words: readonly SaidGroup[] | null;
  /** The query that was most likely meant where words found nobody and this one finds somebody; null otherwise. */
  readonly meant: string | null;
  /** What money is counted in. */
  readonly currency: Currency;
  readonly notes: readonly Sentence[];
}
