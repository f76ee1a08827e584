import { sql } from "kysely";
import type { Db } from "../database.ts";

/** How far a workspace has come: whoever built something from a mark is up to date while it stands. */
export interface IndexMark {
  /** Of the change feed; 0 before the first change. */
  readonly changeSeq: number;
  /** The newest event: undoing an import moves no account's number. */
  readonly eventId: string | null;
}

export async function indexMark(db: Db, workspaceId: string): Promise<IndexMark> {
  const { rows } = await sql<{ changeSeq: number; eventId: string | null }>`
    SELECT coalesce((SELECT value FROM counter WHERE workspace_id = ${workspaceId} AND name = 'change'), 0) AS "changeSeq",
      (SELECT id FROM event WHERE workspace_id = ${workspaceId} ORDER BY id DESC LIMIT 1) AS "eventId"`.execute(
    db,
  );
  return rows[0] ?? { changeSeq: 0, eventId: null };
}

export async function countAccounts(db: Db, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM account WHERE workspace_id = ${workspaceId}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The account with so many others before it, in the order of their ids; null: there are not so many. */
export async function accountAt(db: Db, workspaceId: string, place: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId} ORDER BY id OFFSET ${place} LIMIT 1`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** Every so-many-th account, in the order of their ids. */
export async function everyAccount(db: Db, workspaceId: string, step: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM account WHERE workspace_id = ${workspaceId}) a
    WHERE place % ${step} = 0 ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The accounts that changed, or whose creator did, after a number of the change feed; at most so many. */
export async function accountsChangedAfter(
  db: Db,
  workspaceId: string,
  changeSeq: number,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId} AND change_seq > ${changeSeq}
    UNION
    SELECT a.id FROM account a JOIN creator c ON c.workspace_id = a.workspace_id AND c.id = a.creator_id
    WHERE a.workspace_id = ${workspaceId} AND c.change_seq > ${changeSeq}
    ORDER BY 1 LIMIT ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of these accounts those that there are. */
export async function accountsAmong(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId} AND id = ANY(${accountIds}::uuid[])`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
