import { type RawBuilder, sql } from "kysely";
import { rowKey, UNDOABLE, type UndoableTable } from "./changes.ts";
import type { Db } from "./database.ts";

const TABLES = Object.keys(UNDOABLE) as readonly UndoableTable[];

// A source says where figures come from and an import which file it was: both stay for as long as somebody else's rows
// name them.
const LEANS_ON_SOURCE = [
  "account",
  "snapshot",
  "post_metric",
  "collaboration",
  "customer_match",
  "audience_share",
  "audience_sample",
  "rate",
  "evidence",
  "city_tier",
  "assumption",
  "fx_rate",
  "contact",
] as const satisfies readonly UndoableTable[];

/** Takes a change back: removes the rows it added, restores those it changed or removed, and keeps what it needs to redo it. */
export async function takeBack(trx: Db, workspaceId: string, changeId: string, at: Date): Promise<void> {
  for (const table of TABLES.toReversed()) {
    await sql`
      WITH gone AS (
        DELETE FROM ${sql.table(table)} t
        WHERE t.workspace_id = ${workspaceId} AND t.change_id = ${changeId}::uuid AND ${isFree(table)}
        RETURNING *
      )
      INSERT INTO change_row (workspace_id, change_id, table_name, row_key, after)
      SELECT t.workspace_id, ${changeId}::uuid, ${table}, ${rowKey(table)}, to_jsonb(t) FROM gone t`.execute(
      trx,
    );
    await sql`
      UPDATE change_row r SET after = to_jsonb(t)
      FROM ${sql.table(table)} t
      WHERE ${changedRows(workspaceId, changeId, table)} AND t.workspace_id = r.workspace_id
        AND ${rowKey(table)} = r.row_key`.execute(trx);
    await restore(trx, workspaceId, changeId, table, "before");
  }
  for (const table of TABLES) await insertImages(trx, workspaceId, changeId, table, "before", isRemoval);
  await markUndone(trx, workspaceId, changeId, at);
}

/** Does a change again that was taken back. Throws what the database says against it (23503, 23505). */
export async function putBack(trx: Db, workspaceId: string, changeId: string): Promise<void> {
  for (const table of TABLES.toReversed())
    await sql`
      DELETE FROM ${sql.table(table)} t USING change_row r
      WHERE ${changedRows(workspaceId, changeId, table)} AND ${isRemoval} AND t.workspace_id = r.workspace_id
        AND ${rowKey(table)} = r.row_key`.execute(trx);
  for (const table of TABLES) {
    await restore(trx, workspaceId, changeId, table, "after");
    await insertImages(trx, workspaceId, changeId, table, "after", sql`r.before IS NULL`);
  }
  await sql`DELETE FROM change_row
    WHERE workspace_id = ${workspaceId} AND change_id = ${changeId}::uuid AND before IS NULL`.execute(trx);
  await markUndone(trx, workspaceId, changeId, null);
}

/** The accounts whose figures or profile a taken-back change had touched and that are still there. */
export async function accountsOfChange(trx: Db, workspaceId: string, changeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM account a
    WHERE a.workspace_id = ${workspaceId} AND a.id IN (
      SELECT CASE r.table_name WHEN 'account' THEN r.after ->> 'id' ELSE r.after ->> 'account_id' END::uuid
      FROM change_row r WHERE r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid
      UNION SELECT p.account_id FROM post p JOIN change_row r ON r.workspace_id = p.workspace_id
        AND r.change_id = ${changeId}::uuid AND r.table_name = 'post_metric' AND p.id = (r.after ->> 'post_id')::uuid
      WHERE p.workspace_id = ${workspaceId}
      UNION SELECT o.id FROM account o JOIN change_row r ON r.workspace_id = o.workspace_id
        AND r.change_id = ${changeId}::uuid AND r.table_name = 'customer_match'
        AND o.creator_id = (r.after ->> 'creator_id')::uuid
      WHERE o.workspace_id = ${workspaceId}
      UNION SELECT e.account_id FROM evidence e JOIN change_row r ON r.workspace_id = e.workspace_id
        AND r.change_id = ${changeId}::uuid AND r.table_name = 'source' AND e.source_id = (r.after ->> 'id')::uuid
      WHERE e.workspace_id = ${workspaceId})`.execute(trx);
  return rows.map(({ id }) => id);
}

/** The creators whose accounts or keepings a change took from or gave to, as it is kept while it is undone. */
export async function creatorsOfChange(trx: Db, workspaceId: string, changeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT i.image ->> 'creator_id' AS id
    FROM change_row r, LATERAL (VALUES (r.before), (r.after)) i (image)
    WHERE r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid
      AND i.image ? 'creator_id' AND (r.table_name <> 'account' OR r.before IS NOT NULL)`.execute(trx);
  return rows.map(({ id }) => id);
}

/** The accounts that a change added and that are there. */
export async function accountsAddedBy(trx: Db, workspaceId: string, changeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId} AND change_id = ${changeId}::uuid`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}

/** True where a row that the change once changed no longer stands as undoing left it. */
export async function isOvertaken(trx: Db, workspaceId: string, changeId: string): Promise<boolean> {
  for (const table of TABLES) {
    const { rows } = await sql`
      SELECT 1 FROM change_row r
      LEFT JOIN ${sql.table(table)} t ON t.workspace_id = r.workspace_id AND ${rowKey(table)} = r.row_key
      WHERE ${changedRows(workspaceId, changeId, table)}
        AND (to_jsonb(t) - 'change_seq') IS DISTINCT FROM (r.before - 'change_seq')
      LIMIT 1`.execute(trx);
    if (rows.length > 0) return true;
  }
  return false;
}

// A row that the change removed: it was kept, and undoing found nothing to keep of how the change had left it.
const isRemoval = sql`r.before IS NOT NULL AND r.after IS NULL`;

async function insertImages(
  trx: Db,
  workspaceId: string,
  changeId: string,
  table: UndoableTable,
  image: "before" | "after",
  which: RawBuilder<unknown>,
): Promise<void> {
  const columns = await imageColumns(trx, workspaceId, changeId, table, image, which);
  if (columns.length === 0) return;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    INSERT INTO ${sql.table(table)} (${names})
    SELECT ${sql.join(columns.map((column) => sql.ref(`n.${column}`)))}
    FROM change_row r, LATERAL jsonb_populate_record(NULL::${sql.table(table)}, r.${sql.ref(image)}) n
    WHERE r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid AND r.table_name = ${table}
      AND ${which}`.execute(trx);
}

async function restore(
  trx: Db,
  workspaceId: string,
  changeId: string,
  table: UndoableTable,
  image: "before" | "after",
): Promise<void> {
  const columns = await imageColumns(
    trx,
    workspaceId,
    changeId,
    table,
    image,
    sql`r.before IS NOT NULL AND r.${sql.ref(image)} IS NOT NULL`,
  );
  // The change feed's number only ever grows: it is given anew.
  const restored = columns.filter((column) => column !== "change_seq");
  if (restored.length === 0) return;
  await sql`
    UPDATE ${sql.table(table)} t
    SET ${sql.join(restored.map((column) => sql`${sql.ref(column)} = ${sql.ref(`n.${column}`)}`))}
    FROM change_row r, LATERAL jsonb_populate_record(NULL::${sql.table(table)}, r.${sql.ref(image)}) n
    WHERE ${changedRows(workspaceId, changeId, table)} AND t.workspace_id = r.workspace_id
      AND ${rowKey(table)} = r.row_key`.execute(trx);
}

/** The columns that the images of a table have: an image from before a migration knows fewer, and the rest stay. */
async function imageColumns(
  trx: Db,
  workspaceId: string,
  changeId: string,
  table: UndoableTable,
  image: "before" | "after",
  which: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    SELECT jsonb_object_keys(first.image) AS "column" FROM (
      SELECT r.${sql.ref(image)} AS image FROM change_row r
      WHERE r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid AND r.table_name = ${table} AND ${which}
      LIMIT 1) first`.execute(trx);
  return rows.map(({ column }) => column);
}

async function markUndone(trx: Db, workspaceId: string, changeId: string, at: Date | null): Promise<void> {
  await trx
    .updateTable("change")
    .set({ undone_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", changeId)
    .execute();
}

function changedRows(workspaceId: string, changeId: string, table: UndoableTable): RawBuilder<unknown> {
  return sql`r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid AND r.table_name = ${table}
    AND r.before IS NOT NULL`;
}

function isFree(table: UndoableTable): RawBuilder<unknown> {
  if (table === "import")
    return sql`NOT EXISTS (SELECT 1 FROM source s WHERE s.workspace_id = t.workspace_id AND s.import_id = t.id)`;
  if (table !== "source") return sql`true`;
  const free = LEANS_ON_SOURCE.map(
    (leaning) => sql`NOT EXISTS (SELECT 1 FROM ${sql.table(leaning)} l
      WHERE l.workspace_id = t.workspace_id AND l.source_id = t.id)`,
  );
  return sql.join(free, sql` AND `);
}
