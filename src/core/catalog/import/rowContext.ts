import type { Currency } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Method, Provenance, Trust } from "#core/provenance";
import type { AudienceDimension } from "../creator.ts";
import type { PasteForms } from "../paste/pasteForms.ts";
import type { Reference } from "../reference.ts";
import type { PriceFacts } from "./headerNote.ts";
import type { ColumnMapping } from "./mapColumns.ts";
import type { Mapping } from "./mapping.ts";
import type { Plausibility } from "./plausibility.ts";
import type { SharedSign } from "./priceText.ts";

/** What holds for every row of one file. */
export interface RowContext {
  readonly reference: Reference;
  readonly pasteForms: PasteForms;
  readonly columns: ColumnMapping;
  readonly mapping: Mapping;
  /** Null: each row names its own. */
  readonly platform: string | null;
  /** Who says so: the file's name, or the mapping file's label. */
  readonly sourceLabel: string;
  /** The day the mapping file or the file's name tells. */
  readonly fileDay: IsoDate | null;
  /** The currency, or else the shared sign, that the words above the header name, of prices without one. */
  readonly titleCurrency: Currency | null;
  readonly titleSign: SharedSign | null;
  /** Where the rows are to be booked, ISO country; null: for any campaign. */
  readonly market: string | null;
  /** What those words say of all prices. */
  readonly titleFacts: PriceFacts;
  /** The day of the import, for rows that tell none. */
  readonly today: IsoDate;
  readonly plausibility: Plausibility;
  readonly sources: Sources;
  /** Words of audiences already looked up: a file has few, a million times. */
  readonly audienceKeys: Map<string, AudienceKey>;
}

/** Where a word of an audience belongs, in the keys of the catalog. */
export interface AudienceKey {
  readonly dimension: AudienceDimension;
  readonly key: string;
}

/** One Provenance object for all figures of one method and day, so that a million rows share a few. */
export class Sources {
  #made = new Map<string, Provenance>();

  of(source: string, method: Method, observedOn: IsoDate | null, trust: Trust | null): Provenance {
    const key = `${method} ${observedOn} ${trust} ${source}`;
    const known = this.#made.get(key);
    if (known) return known;
    const made: Provenance = { method, source, observedOn, trust };
    this.#made.set(key, made);
    return made;
  }
}

/**
 * How a figure under a field came to be known: what the mapping file says, else a vendor's models, else counted.
 * `detail` says which part of the source, where it is not all of it.
 */
export function provenanceOf(
  context: RowContext,
  modelled: boolean,
  observedOn: IsoDate | null,
  detail = "",
): Provenance {
  const given = context.mapping.source;
  const method = given?.method ?? (modelled ? "estimated" : "measured");
  const trust = given?.trust ?? (modelled ? (context.columns.layout?.estimatedTrust ?? null) : null);
  const label = detail === "" ? context.sourceLabel : `${context.sourceLabel} (${detail})`;
  return context.sources.of(label, method, observedOn, trust);
}
