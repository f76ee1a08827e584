import type { IsoDate } from "./period.ts";

/** How a figure came to be known. A figure without one of the three does not enter the product. */
export type Method = "measured" | "estimated" | "assumed";

/** A: peer-reviewed, a regulator, or a vendor on its own metric. B: large vendor data or named press. C: rule of thumb. */
export type Trust = "A" | "B" | "C";

export interface Provenance {
  readonly method: Method;
  /** Who says so: a file name, a vendor, a study. Never a person's handle. */
  readonly source: string;
  readonly observedOn: IsoDate | null;
  readonly trust: Trust | null;
}

/** A number with its unit, what it is a share of, and where it comes from. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly denominator: string | null;
  readonly provenance: Provenance;
}
