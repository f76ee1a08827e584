import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** What somebody wrote about a creator. */
export interface NoteRecord {
  readonly id: string;
  readonly text: string;
  readonly actor: string;
  readonly at: Date;
}

/** A creator's notes, the newest first. */
export function selectNotes(db: Db, workspaceId: string, creatorId: string): Promise<NoteRecord[]> {
  return db
    .selectFrom("creator_note")
    .select(["id", "text", "actor", "at"])
    .where("workspace_id", "=", workspaceId)
    .where("creator_id", "=", creatorId)
    .orderBy("id", "desc")
    .execute();
}

export async function addNote(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  note: NoteRecord,
): Promise<void> {
  await trx
    .insertInto("creator_note")
    .values({ workspace_id: workspaceId, creator_id: creatorId, ...note })
    .execute();
}

/** False: the creator has no such note. */
export async function deleteNote(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  id: string,
): Promise<boolean> {
  const which = sql`t.creator_id = ${creatorId}::uuid AND t.id = ${id}::uuid`;
  await keepBefore(trx, workspaceId, "creator_note", which);
  const { rows } = await sql`
    DELETE FROM creator_note t WHERE t.workspace_id = ${workspaceId} AND ${which} RETURNING id`.execute(trx);
  return rows.length > 0;
}
