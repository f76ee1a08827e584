import { sql } from "kysely";
import type { ContactHolder } from "#core/catalog/contact";
import type { KeptOfCreator } from "#core/catalog/discovery/facts/knownAccount";
import type { Db } from "../database.ts";

/** What a user keeps about creators, of all or of those of these accounts; creators of whom nothing is kept are not in it. */
export async function keptOfCreators(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[] | null,
): Promise<Map<string, KeptOfCreator>> {
  const creators = sql`SELECT creator_id FROM account WHERE workspace_id = ${workspaceId} AND id = ANY(${accountIds}::uuid[])`;
  const among = (table: string) =>
    accountIds === null ? sql`true` : sql`${sql.ref(`${table}.creator_id`)} IN (${creators})`;
  const { rows } = await sql<{ creatorId: string } & KeptOfCreator>`
    SELECT k.creator_id AS "creatorId", coalesce(t.tags, '{}') AS tags, coalesce(l.lists, '{}') AS lists, m.mark AS craft,
           coalesce(c.holders, '{}') AS holders, w.creator_id IS NOT NULL AS contacted, u.creator_id IS NOT NULL AS customer
    FROM (
      SELECT creator_id FROM creator_tag WHERE workspace_id = ${workspaceId} AND ${among("creator_tag")}
      UNION SELECT creator_id FROM creator_list_member
        WHERE workspace_id = ${workspaceId} AND ${among("creator_list_member")}
      UNION SELECT creator_id FROM craft_mark WHERE workspace_id = ${workspaceId} AND ${among("craft_mark")}
      UNION SELECT creator_id FROM contact WHERE workspace_id = ${workspaceId} AND ${among("contact")}
      UNION SELECT creator_id FROM contacted WHERE workspace_id = ${workspaceId} AND ${among("contacted")}
      UNION SELECT creator_id FROM customer_match WHERE workspace_id = ${workspaceId} AND ${among("customer_match")}
    ) k
    LEFT JOIN (SELECT creator_id, array_agg(tag_key ORDER BY tag_key) AS tags FROM creator_tag
      WHERE workspace_id = ${workspaceId} GROUP BY creator_id) t ON t.creator_id = k.creator_id
    LEFT JOIN (SELECT creator_id, array_agg(list_id::text ORDER BY list_id) AS lists FROM creator_list_member
      WHERE workspace_id = ${workspaceId} GROUP BY creator_id) l ON l.creator_id = k.creator_id
    LEFT JOIN (SELECT creator_id, array_agg(DISTINCT holder) AS holders FROM contact
      WHERE workspace_id = ${workspaceId} GROUP BY creator_id) c ON c.creator_id = k.creator_id
    LEFT JOIN craft_mark m ON m.workspace_id = ${workspaceId} AND m.creator_id = k.creator_id
    LEFT JOIN (SELECT DISTINCT creator_id FROM contacted WHERE workspace_id = ${workspaceId}) w
      ON w.creator_id = k.creator_id
    LEFT JOIN (SELECT DISTINCT creator_id FROM customer_match WHERE workspace_id = ${workspaceId}) u
      ON u.creator_id = k.creator_id`.execute(db);
  return new Map(
    rows.map(({ creatorId, holders, ...kept }) => [
      creatorId,
      { ...kept, holders: holders as readonly ContactHolder[] },
    ]),
  );
}
