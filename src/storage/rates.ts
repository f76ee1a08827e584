import { sql } from "kysely";
import type { Rate } from "#core/catalog/creator";
import { NO_TERMS, type RateTerms } from "#core/catalog/deal";
import { provenanceOf, SOURCE_COLUMNS, type SourceColumns } from "./among.ts";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";
import type { Stored } from "./snapshots.ts";

export async function addRates(
  db: Db,
  workspaceId: string,
  rates: readonly Stored<Rate>[],
  newId: () => string,
): Promise<void> {
  await insertRecords(
    db,
    "rate",
    {
      workspace_id: "uuid",
      id: "uuid",
      account_id: "uuid",
      deliverable: "text",
      deal: "text",
      price_minor: "bigint",
      price_max_minor: "bigint",
      qualifier: "text",
      currency: "text",
      commission_by_order_value_bp: "int",
      terms: "jsonb",
      valid_from: "date",
      source_id: "uuid",
    },
    rates.map(({ accountId, sourceId, figure }) => ({
      workspace_id: workspaceId,
      id: newId(),
      account_id: accountId,
      deliverable: figure.deliverable,
      deal: figure.deal,
      price_minor: figure.priceMinor,
      price_max_minor: figure.priceMaxMinor,
      qualifier: figure.qualifier,
      currency: figure.currency,
      commission_by_order_value_bp: figure.commissionBp,
      terms: figure.terms,
      valid_from: figure.validFrom,
      source_id: sourceId,
    })),
  );
}

/** The prices of some accounts, of some sources or of all, the newest first. */
export async function ratesOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  sourceIds: readonly string[] | null = null,
): Promise<Map<string, Rate[]>> {
  const { rows } = await sql<
    SourceColumns & {
      account_id: string;
      deliverable: string;
      deal: Rate["deal"];
      price_minor: number;
      price_max_minor: number | null;
      qualifier: Rate["qualifier"];
      currency: string;
      commission_by_order_value_bp: number | null;
      terms: Partial<RateTerms> | null;
      valid_from: string | null;
    }
  >`
    SELECT f.account_id, f.deliverable, f.deal, f.price_minor, f.price_max_minor, f.qualifier, f.currency,
           f.commission_by_order_value_bp, f.terms, f.valid_from, ${SOURCE_COLUMNS}
    FROM rate f
    JOIN source s ON s.workspace_id = f.workspace_id AND s.id = f.source_id AND s.removed_at IS NULL
    WHERE f.workspace_id = ${workspaceId} AND f.account_id = ANY(${accountIds}::uuid[])
      AND ${sourceIds === null ? sql`true` : sql`f.source_id = ANY(${sourceIds}::uuid[])`}
    ORDER BY f.valid_from DESC NULLS LAST, f.id`.execute(db);
  const found = new Map<string, Rate[]>();
  for (const row of rows) {
    const list = found.get(row.account_id) ?? [];
    list.push({
      deliverable: row.deliverable,
      deal: row.deal,
      priceMinor: row.price_minor,
      priceMaxMinor: row.price_max_minor,
      qualifier: row.qualifier,
      currency: row.currency,
      commissionBp: row.commission_by_order_value_bp,
      // Terms written before a key came are silent about it.
      terms: row.terms === null ? null : { ...NO_TERMS, ...row.terms },
      validFrom: row.valid_from,
      source: provenanceOf(row, row.valid_from),
    });
    found.set(row.account_id, list);
  }
  return found;
}
