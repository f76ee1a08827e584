import { sql } from "kysely";
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

/** An event as the history shows it: the first of its change, or one that undid or redid a change. */
export interface HistoryEvent extends Event {
  /** Null for what happened before undo existed. */
  readonly changeId: string | null;
  readonly undoneAt: Date | null;
  /** What the creator is called whom it is about; null where it is about none, or they are gone. */
  readonly creatorName: string | null;
}

type HistoryRow = Omit<HistoryEvent, "nounId"> & { readonly noun_id: string };

/**
 * What happened in a workspace, newest first, one event a change and one each time it was undone or redone; or what
 * happened to one creator: what was done about them, and the first of every change that brought an account of theirs
 * anything.
 */
export async function selectHistory(
  db: Db,
  workspaceId: string,
  {
    limit,
    beforeId,
    creatorId = null,
  }: { readonly limit: number; readonly beforeId: string | null; readonly creatorId?: string | null },
): Promise<HistoryEvent[]> {
  const isFirst = sql`(e.change_id IS NULL OR e.verb IN ('undone', 'redone') OR NOT EXISTS (
        SELECT 1 FROM event f WHERE f.workspace_id = e.workspace_id AND f.change_id = e.change_id AND f.id < e.id))`;
  const isOf = sql`((e.noun = 'creator' AND e.noun_id = ${creatorId}) OR (
        e.change_id IN (${changesOfAccounts(workspaceId, creatorId)}) AND ${isFirst}))`;
  return history(
    db,
    sql`e.workspace_id = ${workspaceId} AND ${beforeId === null ? sql`true` : sql`e.id < ${beforeId}::uuid`}
      AND ${creatorId === null ? isFirst : isOf}
      ORDER BY e.id DESC LIMIT ${limit}`,
  );
}

const BROUGHT = [
  "snapshot",
  "post",
  "audience_share",
  "audience_sample",
  "rate",
  "evidence",
  "collaboration",
];

function changesOfAccounts(workspaceId: string, creatorId: string | null) {
  const own = sql`SELECT a.id FROM account a WHERE a.workspace_id = ${workspaceId} AND a.creator_id = ${creatorId}::uuid`;
  const accounts = sql`SELECT a.change_id FROM account a
    WHERE a.workspace_id = ${workspaceId} AND a.creator_id = ${creatorId}::uuid`;
  const brought = BROUGHT.map(
    (table) => sql`SELECT b.change_id FROM ${sql.table(table)} b
      WHERE b.workspace_id = ${workspaceId} AND b.account_id IN (${own})`,
  );
  return sql.join([accounts, ...brought], sql` UNION `);
}

/** One event, or the first of a change. */
export async function findEvent(
  db: Db,
  workspaceId: string,
  where: { readonly id: string } | { readonly changeId: string },
): Promise<HistoryEvent | null> {
  const which = "id" in where ? sql`e.id = ${where.id}::uuid` : sql`e.change_id = ${where.changeId}::uuid`;
  const [found] = await history(db, sql`e.workspace_id = ${workspaceId} AND ${which} ORDER BY e.id LIMIT 1`);
  return found ?? null;
}

async function history(db: Db, which: ReturnType<typeof sql>): Promise<HistoryEvent[]> {
  const { rows } = await sql<HistoryRow>`
    SELECT e.id, e.actor, e.noun, e.noun_id, e.verb, e.before, e.after, e.at, e.change_id AS "changeId",
           c.undone_at AS "undoneAt", w.display_name AS "creatorName"
    FROM event e LEFT JOIN change c ON c.workspace_id = e.workspace_id AND c.id = e.change_id
    LEFT JOIN creator w ON w.workspace_id = e.workspace_id
      AND w.id = CASE e.noun WHEN 'creator' THEN e.noun_id::uuid END
    WHERE ${which}`.execute(db);
  return rows.map(({ noun_id, ...row }) => ({ ...row, nounId: noun_id }));
}
