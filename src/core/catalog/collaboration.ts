import type { IsoDate } from "#core/period";
import type { Provenance } from "#core/provenance";
import { foldText } from "./foldText.ts";

/** A brand that an account has worked with, or mentioned unpaid. Null is not said. */
export interface Collaboration {
  /** The brand as its source writes it. */
  readonly brand: string;
  readonly brandKey: string;
  readonly onDate: IsoDate | null;
  /** False: an unpaid mention. */
  readonly paid: boolean | null;
  readonly source: Provenance;
}

/** A longer text is no name. */
export const BRAND_CHARACTERS = 100;

/** A brand's name as it is compared: folded, in lower case, without an @ or # before it and marks of registration. */
export function brandKey(name: string): string {
  return foldText(name.replace(/[®™©℠]/gu, ""))
    .toLowerCase()
    .replace(/^[@#\s]+|[#\s]+$/gu, "")
    .replace(/\s+/gu, " ");
}
