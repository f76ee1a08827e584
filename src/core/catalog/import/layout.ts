import type { Trust } from "#core/provenance";
import type { Field } from "./field.ts";

/** What is known of an export beyond its headers: a vendor's own meaning of a column, its floors, how far to trust it. */
export interface Layout {
  readonly name: string;
  /** Headers, compared by `headerKey`, that a file of this layout has; of a list in it, any one. */
  readonly signature: readonly (string | readonly string[])[];
  /** The platform that all files of this layout are of. */
  readonly platform?: string | undefined;
  /** Columns that mean something else here than elsewhere. */
  readonly fields: Readonly<Record<string, Field>>;
  /** A vendor's lowest quote in major units: a price that stands there is "at most" that much. */
  readonly floorsMajor: Readonly<Record<string, number>>;
  /** Fields that the vendor models rather than counts. */
  readonly estimated: readonly Field[];
  readonly estimatedTrust: Trust | null;
}
