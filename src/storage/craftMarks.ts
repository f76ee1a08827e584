import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A person's own mark for a creator's craft, 1 to 5. */
export interface CraftMarkRecord {
  readonly mark: number;
  readonly note: string | null;
  readonly actor: string;
  readonly at: Date;
}

export async function selectCraftMark(
  db: Db,
  workspaceId: string,
  creatorId: string,
): Promise<CraftMarkRecord | null> {
  const found = await db
    .selectFrom("craft_mark")
    .select(["mark", "note", "actor", "at"])
    .where("workspace_id", "=", workspaceId)
    .where("creator_id", "=", creatorId)
    .executeTakeFirst();
  return found ?? null;
}

/** The marks of these creators; those without one are not among them. */
export async function craftMarksOf(
  db: Db,
  workspaceId: string,
  creatorIds: readonly string[],
): Promise<Map<string, CraftMarkRecord>> {
  const rows = await db
    .selectFrom("craft_mark")
    .select(["creator_id", "mark", "note", "actor", "at"])
    .where("workspace_id", "=", workspaceId)
    .where("creator_id", "in", creatorIds)
    .execute();
  return new Map(rows.map(({ creator_id, ...mark }) => [creator_id, mark]));
}

/** Null takes the mark away. */
export async function putCraftMark(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  mark: CraftMarkRecord | null,
): Promise<void> {
  await keepBefore(trx, workspaceId, "craft_mark", sql`t.creator_id = ${creatorId}::uuid`);
  if (mark === null)
    await trx
      .deleteFrom("craft_mark")
      .where("workspace_id", "=", workspaceId)
      .where("creator_id", "=", creatorId)
      .execute();
  else
    await trx
      .insertInto("craft_mark")
      .values({ workspace_id: workspaceId, creator_id: creatorId, ...mark })
      .onConflict((conflict) => conflict.columns(["workspace_id", "creator_id"]).doUpdateSet(mark))
      .execute();
}
