import type { Currency } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Method, Trust } from "#core/provenance";
import type { Field, ImportKind } from "./field.ts";
import type { ShareScale } from "./shareText.ts";

/** A user's mapping file: whatever it says goes before what the headers seem to say. */
export interface Mapping {
  readonly as?: ImportKind | undefined;
  readonly platform?: string | undefined;
  /** Of prices without a currency of their own. */
  readonly currency?: Currency | undefined;
  /** Header → field; null passes over the column. */
  readonly columns?: Readonly<Record<string, Field | null>> | undefined;
  readonly scales?: Readonly<Record<string, ShareScale>> | undefined;
  /** A vendor's lowest quote a deliverable, in major units. */
  readonly floors?: Readonly<Record<string, number>> | undefined;
  readonly source?:
    | {
        readonly label?: string | undefined;
        readonly method?: Method | undefined;
        readonly trust?: Trust | undefined;
        /** The day of rows that carry none. */
        readonly observedOn?: IsoDate | undefined;
      }
    | undefined;
}

export const NO_MAPPING: Mapping = {};
