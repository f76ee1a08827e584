import type { Provenance } from "#core/provenance";
import type { Sentence } from "#core/sentence";
import type { Collaboration } from "../collaboration.ts";
import type { AudienceShare, Post, Rate, Snapshot } from "../creator.ts";
import type { RowNote } from "./rowCells.ts";

/** Whose row it is and what it says of them; null is not said. */
export interface AccountPart {
  readonly platform: string;
  readonly handle: string | null;
  readonly externalId: string | null;
  readonly displayName: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly language: string | null;
  readonly bio: string | null;
  readonly topics: readonly string[];
}

/** One acceptable row of a catalog file: an account and whatever of it the row holds. */
export interface CatalogRow {
  readonly line: number;
  readonly account: AccountPart;
  /** At most three: what was counted, over the last days, and what a vendor models have different sources. */
  readonly snapshots: readonly Snapshot[];
  readonly audience: readonly AudienceShare[];
  readonly rates: readonly Rate[];
  readonly post: Post | null;
  /** Of the post where there is one, else of the account. */
  readonly collaborations: readonly Collaboration[];
  readonly memberId: string | null;
  /** Of what was counted in this row. */
  readonly source: Provenance;
  /** Whether the row or its file names the day; otherwise it is the day of the import. */
  readonly dated: boolean;
  readonly notes: readonly RowNote[];
}

/** A row that breaks a rule, and where. */
export interface Reject {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly rule: Sentence;
}
