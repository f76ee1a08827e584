import type { AudienceDimension } from "#core/catalog/creator";
import type { Category, Keyed, NumberName } from "../figures.ts";
import type { QueryGroups } from "../queryGroups.ts";
import type { FitPlan } from "./fit.ts";

/** At least `min`, at most `max`, both included; null is open. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * One condition. An account of which the figure is unknown neither meets nor breaks it, but for "none", which asks only
 * whether something is known against it.
 */
export type Filter =
  | {
      readonly kind: "category";
      readonly name: Category;
      readonly keys: readonly string[];
      readonly none: boolean;
    }
  | ({ readonly kind: "number"; readonly name: NumberName } & Range)
  /** Of a keyed figure any, all or none of these keys, each with its value in the range where one is given. */
  | ({
      readonly kind: "keyed";
      readonly name: Keyed;
      readonly keys: readonly string[];
      readonly mode: "any" | "all" | "none";
    } & Range)
  /** These keys together hold at least that share of the audience. */
  | {
      readonly kind: "audience";
      readonly dimension: AudienceDimension;
      readonly keys: readonly string[];
      readonly minBp: number;
    };

/** Bands of a chosen policy: from so many followers on this tier, ascending; null names none. */
export type TierBands = readonly { readonly from: number; readonly tier: string | null }[];

export interface SortBy {
  /** "match": by how well the words fit; without words nothing fits better. */
  readonly by: NumberName | "match" | "fit";
  readonly descending: boolean;
}

/** The last row of the page before: its key as it was compared, and its account. */
export interface Cursor {
  readonly key: number;
  readonly accountId: string;
}

export interface FindQuery {
  readonly words: QueryGroups | null;
  readonly filters: readonly Filter[];
  readonly includeUnknown: boolean;
  readonly sort: SortBy;
  readonly limit: number;
  readonly after: Cursor | null;
  readonly withFacets: boolean;
  /** Whole days since 1970, from which ages are counted; not given: none is. */
  readonly today?: number | undefined;
  /** Tiers by these bands; null: by each platform's own policy, as the index was built. */
  readonly tierBands: TierBands | null;
  /** What "fit" is counted from; null: no brief was named. */
  readonly fit: FitPlan | null;
  /** Accounts to leave out, as `seenAccounts.ts` writes them. */
  readonly notAmong?: Uint8Array | undefined;
  /** Give the ids of all who answer, if there are no more than so many. */
  readonly idsMost?: number | undefined;
}
