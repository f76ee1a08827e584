import { type RawBuilder, sql } from "kysely";
import { rowKey, type UndoableTable } from "./changes.ts";
import type { Db } from "./database.ts";

// Which column names which table's row: what a change added cannot go while another change's row names it.
const NAMES: readonly (readonly [child: UndoableTable, column: string, parent: UndoableTable])[] = [
  ["account", "creator_id", "creator"],
  ["snapshot", "account_id", "account"],
  ["audience_share", "account_id", "account"],
  ["audience_sample", "account_id", "account"],
  ["rate", "account_id", "account"],
  ["evidence", "account_id", "account"],
  ["creator_merge", "kept_id", "creator"],
  ["creator_merge", "merged_id", "creator"],
  ["creator_list_member", "list_id", "creator_list"],
  ["creator_list_member", "creator_id", "creator"],
  ["creator_tag", "creator_id", "creator"],
  ["creator_note", "creator_id", "creator"],
  ["craft_mark", "creator_id", "creator"],
  ["contact", "creator_id", "creator"],
  ["contacted", "creator_id", "creator"],
  ["post", "account_id", "account"],
  ["post_metric", "post_id", "post"],
  ["collaboration", "account_id", "account"],
  ["collaboration", "post_id", "post"],
  ["customer_match", "creator_id", "creator"],
  ["plan_item", "plan_id", "plan"],
  ["approval", "plan_id", "plan"],
];

/** What leans on a change: an approved plan that books its creators, or a change (null: one from before undo existed). */
export type Dependent =
  | { readonly kind: "approved"; readonly planId: string; readonly briefName: string }
  | { readonly kind: "change"; readonly changeId: string | null };

/** The first thing that stands in the way of undoing a change; null when nothing does. */
export async function dependentOn(trx: Db, workspaceId: string, changeId: string): Promise<Dependent | null> {
  const { rows: approved } = await sql<{ planId: string; briefName: string }>`
    SELECT i.plan_id AS "planId", b.name AS "briefName"
    FROM plan_item i
    JOIN approval p ON p.workspace_id = i.workspace_id AND p.plan_id = i.plan_id
    JOIN brief b ON b.workspace_id = p.workspace_id AND b.id = p.brief_id AND b.version = p.brief_version
    WHERE i.workspace_id = ${workspaceId} AND i.creator IN (
      SELECT c.id::text FROM creator c WHERE c.workspace_id = ${workspaceId} AND c.change_id = ${changeId}::uuid)
    LIMIT 1`.execute(trx);
  if (approved[0]) return { kind: "approved", ...approved[0] };
  for (const [child, column, parent] of NAMES) {
    const [found] = await leaning(
      trx,
      sql`
      SELECT c.change_id FROM ${sql.table(child)} c
      JOIN ${sql.table(parent)} p ON p.workspace_id = c.workspace_id AND p.id = c.${sql.ref(column)}
      WHERE p.workspace_id = ${workspaceId} AND p.change_id = ${changeId}::uuid
        AND c.change_id IS DISTINCT FROM p.change_id`,
    );
    if (found) return { kind: "change", changeId: found.change_id };
  }
  const [found] = await leaning(
    trx,
    sql`
    ${onVersions("brief", "plan", workspaceId, changeId)}
    UNION ALL
    ${onVersions("programme", "programme_plan", workspaceId, changeId)}
    UNION ALL
    SELECT l.change_id FROM change_row l
    JOIN change lc ON lc.workspace_id = l.workspace_id AND lc.id = l.change_id AND lc.undone_at IS NULL
    WHERE l.workspace_id = ${workspaceId} AND l.change_id <> ${changeId}::uuid AND l.before IS NOT NULL
      AND (l.before ->> 'change_id' = ${changeId} OR EXISTS (
        SELECT 1 FROM change_row r WHERE r.workspace_id = l.workspace_id AND r.change_id = ${changeId}::uuid
          AND r.change_id < l.change_id AND r.table_name = l.table_name AND r.row_key = l.row_key
          AND r.before IS NOT NULL))`,
  );
  const dependent = found ?? (await broughtAnew(trx, workspaceId, changeId));
  return dependent ? { kind: "change", changeId: dependent.change_id } : null;
}

/** The change that brought a row anew where this one had removed it. */
async function broughtAnew(
  trx: Db,
  workspaceId: string,
  changeId: string,
): Promise<{ change_id: string | null } | null> {
  const { rows: tables } = await sql<{ table_name: UndoableTable }>`
    SELECT DISTINCT r.table_name FROM change_row r
    WHERE r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid AND r.before IS NOT NULL`.execute(
    trx,
  );
  for (const { table_name: table } of tables) {
    // A row that was only changed still carries the id of the change that added it.
    const [found] = await leaning(
      trx,
      sql`
      SELECT t.change_id FROM change_row r
      JOIN ${sql.table(table)} t ON t.workspace_id = r.workspace_id AND ${rowKey(table)} = r.row_key
      WHERE r.workspace_id = ${workspaceId} AND r.change_id = ${changeId}::uuid AND r.table_name = ${table}
        AND r.before IS NOT NULL AND t.change_id IS DISTINCT FROM (r.before ->> 'change_id')::uuid`,
    );
    if (found) return found;
  }
  return null;
}

/** Plans and later versions of the versions of a document that the change added. */
function onVersions(
  document: "brief" | "programme",
  plan: "plan" | "programme_plan",
  workspaceId: string,
  changeId: string,
): RawBuilder<unknown> {
  const [id, version] = [sql.ref(`p.${document}_id`), sql.ref(`p.${document}_version`)];
  return sql`
    SELECT c.change_id FROM ${sql.table(document)} d, LATERAL (
      SELECT change_id FROM ${sql.table(plan)} p
        WHERE p.workspace_id = d.workspace_id AND ${id} = d.id AND ${version} = d.version
      UNION ALL SELECT change_id FROM ${sql.table(document)} n
        WHERE n.workspace_id = d.workspace_id AND n.id = d.id AND n.version > d.version) c
    WHERE d.workspace_id = ${workspaceId} AND d.change_id = ${changeId}::uuid
      AND c.change_id IS DISTINCT FROM d.change_id`;
}

/** Newest first: that is the one to undo first. */
async function leaning(trx: Db, query: RawBuilder<unknown>): Promise<{ change_id: string | null }[]> {
  const { rows } = await sql<{ change_id: string | null }>`
    SELECT change_id FROM (${query}) found ORDER BY change_id DESC NULLS LAST LIMIT 1`.execute(trx);
  return rows;
}
