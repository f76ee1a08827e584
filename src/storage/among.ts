import { type RawBuilder, sql } from "kysely";
import type { IsoDate } from "#core/period";
import type { Method, Provenance, Trust } from "#core/provenance";

/** Limits figures to some sources, and of those to some days and each account's newest. Null: everything. */
export interface Among {
  readonly sourceIds: readonly string[];
  readonly days: readonly IsoDate[];
}

/** The source columns that every query for figures selects, from a source joined as `s`. */
export interface SourceColumns {
  readonly method: Method;
  readonly label: string;
  readonly trust: Trust | null;
}

export const SOURCE_COLUMNS = sql`s.method, s.label, s.trust`;

/** A figure's provenance: the source's words with the figure's own day. */
export function provenanceOf(row: SourceColumns, observedOn: IsoDate | null): Provenance {
  return { method: row.method, source: row.label, observedOn, trust: row.trust };
}

/** `f.` is the table of figures; `sameKey` says which rows of it, as `n.`, are the same figure on another day. */
export function amongCondition(
  among: Among | null,
  table: string,
  sameKey: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (among === null) return sql`true`;
  return sql`f.source_id = ANY(${among.sourceIds}::uuid[]) AND (f.observed_on = ANY(${among.days}::date[])
    OR NOT EXISTS (SELECT 1 FROM ${sql.table(table)} n WHERE n.workspace_id = f.workspace_id
      AND n.source_id = f.source_id AND n.observed_on > f.observed_on AND ${sameKey}))`;
}
