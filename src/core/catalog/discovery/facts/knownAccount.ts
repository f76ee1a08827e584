import type { ContactHolder } from "#core/catalog/contact";
import type { Account } from "#core/catalog/creator";
import type { IsoDate } from "#core/period";

/** A brand that an account is known to have worked with, or to have mentioned unpaid. Null is not said. */
export interface WorkedWith {
  readonly brandKey: string;
  readonly onDate: IsoDate | null;
  readonly paid: boolean | null;
}

/** What a user keeps about a creator, as far as a search asks. */
export interface KeptOfCreator {
  readonly tags: readonly string[];
  /** Ids of lists. */
  readonly lists: readonly string[];
  readonly craft: number | null;
  /** Who answers at each known contact. */
  readonly holders: readonly ContactHolder[];
  readonly contacted: boolean;
  readonly customer: boolean;
}

export const NOTHING_KEPT: KeptOfCreator = {
  tags: [],
  lists: [],
  craft: null,
  holders: [],
  contacted: false,
  customer: false,
};

/** Everything from which an account's facts are worked out. */
export interface KnownAccount {
  readonly displayName: string;
  readonly account: Account;
  readonly workedWith: readonly WorkedWith[];
  readonly kept: KeptOfCreator;
}
