import type { Db } from "./database.ts";

/** What happened: append-only, never edited. `before` and `after` hold what changed, never a whole person. */
export interface Event {
  readonly id: string;
  readonly actor: string;
  readonly noun: string;
  readonly nounId: string;
  readonly verb: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: Date;
}

export async function appendEvent(db: Db, workspaceId: string, event: Event): Promise<void> {
  const { nounId, before, after, ...rest } = event;
  await db
    .insertInto("event")
    .values({
      workspace_id: workspaceId,
      noun_id: nounId,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
      ...rest,
    })
    .execute();
}

/** The history of one thing, oldest first. */
export async function listEvents(
  db: Db,
  workspaceId: string,
  noun: string,
  nounId: string,
): Promise<Event[]> {
  const rows = await db
    .selectFrom("event")
    .select(["id", "actor", "noun", "noun_id", "verb", "before", "after", "at"])
    .where("workspace_id", "=", workspaceId)
    .where("noun", "=", noun)
    .where("noun_id", "=", nounId)
    .orderBy("id")
    .execute();
  return rows.map(({ noun_id, ...row }) => ({ ...row, nounId: noun_id }));
}
