import { sql } from "kysely";
import type { IsoDate } from "#core/period";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** One time that somebody wrote to or spoke with a creator. */
export interface ContactedRecord {
  readonly id: string;
  readonly onDate: IsoDate;
  readonly note: string | null;
  readonly actor: string;
  readonly at: Date;
}

/** The newest day first. */
export function selectContacted(db: Db, workspaceId: string, creatorId: string): Promise<ContactedRecord[]> {
  return db
    .selectFrom("contacted")
    .select(["id", "on_date as onDate", "note", "actor", "at"])
    .where("workspace_id", "=", workspaceId)
    .where("creator_id", "=", creatorId)
    .orderBy("on_date", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function addContacted(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  { onDate, ...rest }: ContactedRecord,
): Promise<void> {
  await trx
    .insertInto("contacted")
    .values({ workspace_id: workspaceId, creator_id: creatorId, on_date: onDate, ...rest })
    .execute();
}

/** The day that was taken away; null: there is no such entry. */
export async function deleteContacted(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  id: string,
): Promise<IsoDate | null> {
  const which = sql`t.creator_id = ${creatorId}::uuid AND t.id = ${id}::uuid`;
  await keepBefore(trx, workspaceId, "contacted", which);
  const { rows } = await sql<{ on_date: IsoDate }>`
    DELETE FROM contacted t WHERE t.workspace_id = ${workspaceId} AND ${which} RETURNING on_date`.execute(
    trx,
  );
  return rows[0]?.on_date ?? null;
}
