import { sql } from "kysely";
import type { Db } from "../database.ts";

/** What a list of found accounts shows beside figures. */
export interface FoundAccount {
  readonly id: string;
  readonly creatorId: string;
  readonly name: string;
  readonly platform: string;
  readonly handle: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
}

/** These accounts, in no order; those that are gone are not among them. */
export async function foundAccounts(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, FoundAccount>> {
  const { rows } = await sql<FoundAccount>`
    SELECT a.id, a.creator_id AS "creatorId", c.display_name AS name, a.platform, a.handle, a.topics,
      coalesce((SELECT array_agg(t.tag ORDER BY t.tag) FROM creator_tag t
        WHERE t.workspace_id = a.workspace_id AND t.creator_id = a.creator_id), '{}') AS tags
    FROM account a JOIN creator c ON c.workspace_id = a.workspace_id AND c.id = a.creator_id
    WHERE a.workspace_id = ${workspaceId} AND a.id = ANY(${accountIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
