import { sql } from "kysely";
import type { Db } from "./database.ts";

/** What a page of the list asks for; "" and null ask for everything. */
export interface CreatorFilter {
  readonly query: string;
  readonly platform: string;
  /** Followers in [from, below). */
  readonly followersFrom: number | null;
  readonly followersBelow: number | null;
  readonly offset: number;
  readonly limit: number;
}

/** An account with its creator, as a list shows it. */
export interface ListedCreator {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly platform: string;
  readonly handle: string;
  readonly followers: number | null;
  readonly observedOn: string | null;
  readonly topics: readonly string[];
  readonly city: string | null;
  readonly country: string | null;
}

export async function listedCreators(
  db: Db,
  workspaceId: string,
  filter: CreatorFilter,
): Promise<{ readonly total: number; readonly creators: readonly ListedCreator[] }> {
  // LIKE's own signs are plain letters here.
  const pattern = `%${filter.query.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const isAsked =
    filter.query.trim() === ""
      ? sql`true`
      : sql`(a.handle ILIKE ${pattern} OR c.display_name ILIKE ${pattern} OR a.bio ILIKE ${pattern}
          OR array_to_string(a.topics, ' ') ILIKE ${pattern})`;
  const isOnPlatform = filter.platform === "" ? sql`true` : sql`a.platform = ${filter.platform}`;
  const { followersFrom: from, followersBelow: below } = filter;
  const { rows } = await sql<ListedCreator & { total: number }>`
    SELECT c.id, c.display_name AS name, a.id AS "accountId", a.platform, a.handle, f.followers,
           f.observed_on AS "observedOn", a.topics, a.city, a.country, count(*) OVER () AS total
    FROM account a
    JOIN creator c ON c.workspace_id = a.workspace_id AND c.id = a.creator_id
    LEFT JOIN LATERAL (
      SELECT s.followers, s.observed_on FROM snapshot s
      JOIN source o ON o.workspace_id = s.workspace_id AND o.id = s.source_id AND o.removed_at IS NULL
      WHERE s.workspace_id = a.workspace_id AND s.account_id = a.id AND s.followers IS NOT NULL
      ORDER BY s.observed_on DESC LIMIT 1
    ) f ON true
    WHERE a.workspace_id = ${workspaceId} AND ${isAsked} AND ${isOnPlatform}
      AND ${from === null ? sql`true` : sql`f.followers >= ${from}`}
      AND ${below === null ? sql`true` : sql`f.followers < ${below}`}
    ORDER BY f.followers DESC NULLS LAST, a.id
    LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(db);
  const creators = rows.map(({ total: _, ...row }) => row);
  if (rows.length > 0 || filter.offset === 0) return { total: rows[0]?.total ?? 0, creators };
  const { total } = await listedCreators(db, workspaceId, { ...filter, offset: 0, limit: 1 });
  return { total, creators };
}
