import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A creator's tags by their text. */
export async function selectTags(db: Db, workspaceId: string, creatorId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("creator_tag")
    .select("tag")
    .where("workspace_id", "=", workspaceId)
    .where("creator_id", "=", creatorId)
    .orderBy("tag")
    .execute();
  return rows.map(({ tag }) => tag);
}

/** Every tag of the workspace with how many creators carry it, the most used first. */
export async function selectAllTags(
  db: Db,
  workspaceId: string,
): Promise<{ readonly tag: string; readonly creators: number }[]> {
  const { rows } = await sql<{ tag: string; creators: number }>`
    SELECT min(tag) AS tag, count(*) AS creators FROM creator_tag
    WHERE workspace_id = ${workspaceId} GROUP BY tag_key ORDER BY creators DESC, tag_key`.execute(db);
  return rows;
}

/**
 * Tags creators, in the spelling that the tag has in this workspace already; answers whom it was new to, of creators that
 * there are.
 */
export async function addTag(
  trx: Db,
  workspaceId: string,
  creatorIds: readonly string[],
  tag: { readonly key: string; readonly text: string },
): Promise<{ readonly creatorId: string; readonly tag: string }[]> {
  const { rows } = await sql<{ creatorId: string; tag: string }>`
    INSERT INTO creator_tag (workspace_id, creator_id, tag_key, tag)
    SELECT c.workspace_id, c.id, ${tag.key}, coalesce(
      (SELECT o.tag FROM creator_tag o WHERE o.workspace_id = ${workspaceId} AND o.tag_key = ${tag.key} LIMIT 1),
      ${tag.text})
    FROM creator c WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${creatorIds}::uuid[])
    ON CONFLICT DO NOTHING RETURNING creator_id AS "creatorId", tag`.execute(trx);
  return rows;
}

/** The tag that was taken off; null: the creator did not carry it. */
export async function deleteTag(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  tagKey: string,
): Promise<string | null> {
  const which = sql`t.creator_id = ${creatorId}::uuid AND t.tag_key = ${tagKey}`;
  await keepBefore(trx, workspaceId, "creator_tag", which);
  const { rows } = await sql<{ tag: string }>`
    DELETE FROM creator_tag t WHERE t.workspace_id = ${workspaceId} AND ${which} RETURNING tag`.execute(trx);
  return rows[0]?.tag ?? null;
}
