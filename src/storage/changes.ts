import { type RawBuilder, sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * The tables whose rows a change may add, change and, undone, take away; what refers to a row stands after it. Their
 * keys without the workspace. A table that users' verbs write belongs here and has a column `change_id` (a test asks).
 */
export const UNDOABLE = {
  import: ["id"],
  source: ["id"],
  creator: ["id"],
  account: ["id"],
  snapshot: ["account_id", "observed_on", "source_id"],
  post: ["id"],
  post_metric: ["post_id", "observed_on", "source_id"],
  collaboration: ["id"],
  customer_match: ["creator_id", "source_id"],
  audience_share: ["account_id", "dimension", "key", "observed_on", "source_id"],
  audience_sample: ["id"],
  rate: ["id"],
  evidence: ["id"],
  creator_merge: ["id"],
  creator_list: ["id"],
  creator_list_member: ["list_id", "creator_id"],
  creator_tag: ["creator_id", "tag_key"],
  creator_note: ["id"],
  craft_mark: ["creator_id"],
  contact: ["id"],
  contacted: ["id"],
  saved_search: ["id"],
  city_tier: ["ranking", "city"],
  assumption: ["id"],
  fx_rate: ["base", "quote", "on_date"],
  brand: ["id"],
  brief: ["id", "version"],
  plan: ["id"],
  plan_item: ["plan_id", "position"],
  approval: ["plan_id"],
  programme: ["id", "version"],
  programme_plan: ["id"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type UndoableTable = keyof typeof UNDOABLE;

/** Names the change for this transaction: every row written from here on carries its id. */
export async function startChange(trx: Db, workspaceId: string, id: string): Promise<void> {
  await sql`INSERT INTO change (workspace_id, id)
    VALUES (${workspaceId}, set_config('chorale.change', ${id}, true)::uuid)`.execute(trx);
}

/** The same for a change that is there already: what undoing it writes belongs to it. */
export async function resumeChange(trx: Db, id: string): Promise<void> {
  await sql`SELECT set_config('chorale.change', ${id}, true)`.execute(trx);
}

/**
 * Keeps rows as they stand, before an UPDATE or DELETE of the same rows, so that the change can be undone. `which` is over the
 * table as `t`. Rows that this change added need no keeping.
 */
export async function keepBefore(
  trx: Db,
  workspaceId: string,
  table: UndoableTable,
  which: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    INSERT INTO change_row (workspace_id, change_id, table_name, row_key, before)
    SELECT t.workspace_id, c.id, ${table}, ${rowKey(table)}, to_jsonb(t)
    FROM ${sql.table(table)} t, (SELECT nullif(current_setting('chorale.change', true), '')::uuid AS id) c
    WHERE t.workspace_id = ${workspaceId} AND c.id IS NOT NULL AND t.change_id IS DISTINCT FROM c.id AND (${which})
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** A row's key as one text. */
export function rowKey(table: UndoableTable, alias = "t"): RawBuilder<string> {
  const columns = UNDOABLE[table].map((column) => sql.ref(`${alias}.${column}`));
  return sql`jsonb_build_array(${sql.join(columns)})::text`;
}
