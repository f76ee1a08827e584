import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A list of creators that somebody made. */
export interface ListRecord {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly members: number;
}

/** All lists by name, or those that a creator stands in. */
export async function selectLists(
  db: Db,
  workspaceId: string,
  creatorId: string | null = null,
): Promise<ListRecord[]> {
  const isIn = sql`EXISTS (SELECT 1 FROM creator_list_member i WHERE i.workspace_id = l.workspace_id
    AND i.list_id = l.id AND i.creator_id = ${creatorId}::uuid)`;
  const { rows } = await sql<ListRecord>`
    SELECT l.id, l.name, l.made_at AS "madeAt", (SELECT count(*) FROM creator_list_member m
      WHERE m.workspace_id = l.workspace_id AND m.list_id = l.id) AS members
    FROM creator_list l
    WHERE l.workspace_id = ${workspaceId} AND ${creatorId === null ? sql`true` : isIn}
    ORDER BY l.name, l.id`.execute(db);
  return rows;
}

/** Makes a list or gives it its new name. Throws a duplicate (23505) when another list has that name. */
export async function putList(
  trx: Db,
  workspaceId: string,
  list: { readonly id: string; readonly name: string; readonly madeAt: Date },
): Promise<void> {
  await keepBefore(trx, workspaceId, "creator_list", sql`t.id = ${list.id}::uuid`);
  await trx
    .insertInto("creator_list")
    .values({ workspace_id: workspaceId, id: list.id, name: list.name, made_at: list.madeAt })
    .onConflict((conflict) => conflict.columns(["workspace_id", "id"]).doUpdateSet({ name: list.name }))
    .execute();
}

/** Takes the list away and answers who stood in it. */
export async function deleteList(trx: Db, workspaceId: string, listId: string): Promise<string[]> {
  const creatorIds = await deleteMembers(trx, workspaceId, listId, null);
  await keepBefore(trx, workspaceId, "creator_list", sql`t.id = ${listId}::uuid`);
  await trx
    .deleteFrom("creator_list")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", listId)
    .execute();
  return creatorIds;
}

/** Puts creators into a list; answers those who were not in it, of creators that there are. */
export async function addMembers(
  trx: Db,
  workspaceId: string,
  listId: string,
  creatorIds: readonly string[],
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ creator_id: string }>`
    INSERT INTO creator_list_member (workspace_id, list_id, creator_id, added_at)
    SELECT c.workspace_id, ${listId}::uuid, c.id, ${at} FROM creator c
    WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${creatorIds}::uuid[])
    ON CONFLICT DO NOTHING RETURNING creator_id`.execute(trx);
  return rows.map((row) => row.creator_id);
}

/** Takes creators, null: all, out of a list; answers those who were in it. */
export async function deleteMembers(
  trx: Db,
  workspaceId: string,
  listId: string,
  creatorIds: readonly string[] | null,
): Promise<string[]> {
  const which = sql`t.list_id = ${listId}::uuid
    AND ${creatorIds === null ? sql`true` : sql`t.creator_id = ANY(${creatorIds}::uuid[])`}`;
  await keepBefore(trx, workspaceId, "creator_list_member", which);
  const { rows } = await sql<{ creator_id: string }>`
    DELETE FROM creator_list_member t WHERE t.workspace_id = ${workspaceId} AND ${which}
    RETURNING creator_id`.execute(trx);
  return rows.map((row) => row.creator_id);
}

/** Who stands in a list, in the order in which they came. */
export async function selectMembers(db: Db, workspaceId: string, listId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("creator_list_member")
    .select("creator_id")
    .where("workspace_id", "=", workspaceId)
    .where("list_id", "=", listId)
    .orderBy("added_at")
    .orderBy("creator_id")
    .execute();
  return rows.map((row) => row.creator_id);
}
