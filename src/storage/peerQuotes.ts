import { sql } from "kysely";
import type { PeerQuote } from "#core/catalog/fairPrice";
import type { Db } from "./database.ts";

/** Whose quotes are asked for: accounts of this platform, market and size band. */
export interface PeerGroup {
  readonly platform: string;
  /** Null: accounts whose market is unknown. */
  readonly market: string | null;
  /** Whether an account that says no country is of this market, since its platform has no other. */
  readonly isHome: boolean;
  /** Followers in [from, below). */
  readonly from: number;
  readonly below: number | null;
  /** Not these. */
  readonly exceptCreatorId: string;
}

/** The newest quotes are enough: more would not move a quartile, and would take seconds to read. */
const QUOTES_MOST = 20_000;

/** The flat prices that the group asks, by deliverable, newest first. Vendors' floors are no quotes. */
export async function selectPeerQuotes(
  db: Db,
  workspaceId: string,
  group: PeerGroup,
): Promise<Map<string, PeerQuote[]>> {
  const { market, below } = group;
  const isOfMarket =
    market === null
      ? sql`a.country IS NULL`
      : sql`(a.country = ${market} OR (${group.isHome} AND a.country IS NULL))`;
  const { rows } = await sql<PeerQuote & { deliverable: string }>`
    SELECT r.deliverable, a.creator_id AS "creatorId", r.price_minor AS "priceMinor",
           CASE r.qualifier WHEN 'range' THEN r.price_max_minor END AS "priceMaxMinor", r.currency,
           r.valid_from AS "quotedOn"
    FROM account a
    JOIN rate r ON r.workspace_id = a.workspace_id AND r.account_id = a.id AND r.deal = 'flat'
      AND r.qualifier IN ('eq', 'range')
    JOIN source s ON s.workspace_id = r.workspace_id AND s.id = r.source_id AND s.removed_at IS NULL
    JOIN LATERAL (
      SELECT f.followers FROM snapshot f
      JOIN source o ON o.workspace_id = f.workspace_id AND o.id = f.source_id AND o.removed_at IS NULL
      WHERE f.workspace_id = a.workspace_id AND f.account_id = a.id AND f.followers IS NOT NULL
      ORDER BY f.observed_on DESC LIMIT 1
    ) size ON true
    WHERE a.workspace_id = ${workspaceId} AND a.platform = ${group.platform} AND ${isOfMarket}
      AND a.creator_id <> ${group.exceptCreatorId}::uuid AND size.followers >= ${group.from}
      AND ${below === null ? sql`true` : sql`size.followers < ${below}`}
    ORDER BY r.valid_from DESC NULLS LAST, r.id DESC
    LIMIT ${QUOTES_MOST}`.execute(db);
  const found = new Map<string, PeerQuote[]>();
  for (const { deliverable, ...quote } of rows) {
    const known = found.get(deliverable);
    if (known) known.push(quote);
    else found.set(deliverable, [quote]);
  }
  return found;
}
