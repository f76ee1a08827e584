import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

// What hangs on a creator's id besides accounts. Rows with an id of their own change hands; of rows that there is one of
// a creator (or of a creator and something else, the named column), the kept creator's own stands. A test asks for each
// table with a creator_id.
const OWNED = ["creator_note", "contact", "contacted"] as const;
const SINGLE = {
  creator_list_member: "list_id",
  creator_tag: "tag_key",
  customer_match: "source_id",
  craft_mark: null,
} as const;
export const HANGING_TABLES: readonly string[] = [...OWNED, ...Object.keys(SINGLE)];

type SingleTable = keyof typeof SINGLE;
type Row = Readonly<Record<string, unknown>>;

/** What a merge moved: ids by table, and the single rows as the merged creator had them. */
export interface Hanging {
  readonly ids: Readonly<Record<(typeof OWNED)[number], readonly string[]>>;
  readonly rows: readonly HangingRow[];
}

interface HangingRow {
  readonly table: SingleTable;
  readonly row: Row;
  /** Whether the kept creator took it over; false: it had one of its own. */
  readonly taken: boolean;
}

/** Moves all of one creator's to another, and answers what `giveBack` needs. */
export async function takeOver(
  trx: Db,
  workspaceId: string,
  keptId: string,
  mergedId: string,
): Promise<Hanging> {
  const ids = { creator_note: [], contact: [], contacted: [] } as Record<(typeof OWNED)[number], string[]>;
  for (const table of OWNED) ids[table] = await handOver(trx, workspaceId, table, mergedId, keptId, null);
  const rows: HangingRow[] = [];
  for (const table of Object.keys(SINGLE) as SingleTable[]) {
    const { rows: found } = await sql<{ row: Row }>`
      SELECT to_jsonb(t) AS row FROM ${sql.table(table)} t
      WHERE t.workspace_id = ${workspaceId} AND t.creator_id = ${mergedId}::uuid ORDER BY ${rowOrder(table)}`.execute(
      trx,
    );
    for (const { row } of found) {
      await remove(trx, workspaceId, table, row);
      rows.push({ table, row, taken: await insert(trx, table, { ...row, creator_id: keptId }) });
    }
  }
  return { ids, rows };
}

/**
 * Gives back what a merge moved. What was removed since stays removed; a row that was changed since stays as it is with
 * the kept creator too. `others` are the kept creator's other merges, whose own rows come to stand where one leaves; they
 * are answered as they are then.
 */
export async function giveBack(
  trx: Db,
  workspaceId: string,
  {
    keptId,
    mergedId,
    hanging,
    others,
  }: {
    readonly keptId: string;
    readonly mergedId: string;
    readonly hanging: Hanging;
    readonly others: readonly { readonly id: string; readonly hanging: Hanging }[];
  },
): Promise<readonly { readonly id: string; readonly hanging: Hanging }[]> {
  for (const table of OWNED) await handOver(trx, workspaceId, table, keptId, mergedId, hanging.ids[table]);
  let left = others;
  for (const { table, row, taken } of hanging.rows) {
    const there = await select(trx, workspaceId, table, { ...row, creator_id: keptId });
    if (there === null) continue;
    if (taken && isSame(there, row)) {
      await remove(trx, workspaceId, table, there);
      left = await replace(trx, keptId, { table, row, taken }, left);
    }
    await insert(trx, table, row);
  }
  return left;
}

type Other = { readonly id: string; readonly hanging: Hanging };

// Two merged creators carried the same tag: when the one whose tag was taken over leaves, the other's takes its place.
async function replace(
  trx: Db,
  keptId: string,
  gone: HangingRow,
  others: readonly Other[],
): Promise<readonly Other[]> {
  const waits = (each: HangingRow) =>
    !each.taken &&
    each.table === gone.table &&
    singleKey(each.table, each.row) === singleKey(gone.table, gone.row);
  const next = others.find(({ hanging }) => hanging.rows.some(waits));
  const heir = next?.hanging.rows.find(waits);
  if (!next || !heir) return others;
  await insert(trx, heir.table, { ...heir.row, creator_id: keptId });
  const rows = next.hanging.rows.map((each) => (each === heir ? { ...each, taken: true } : each));
  return others.map((other) =>
    other === next ? { id: next.id, hanging: { ...next.hanging, rows } } : other,
  );
}

/** The rows of one creator, or of them those with these ids, become another's. Answers which. */
export async function handOver(
  trx: Db,
  workspaceId: string,
  table: (typeof OWNED)[number] | "account",
  fromId: string,
  toId: string,
  ids: readonly string[] | null,
): Promise<string[]> {
  const which = sql`t.creator_id = ${fromId}::uuid AND ${ids === null ? sql`true` : sql`t.id = ANY(${ids}::uuid[])`}`;
  await keepBefore(trx, workspaceId, table, which);
  const { rows } = await sql<{ id: string }>`
    UPDATE ${sql.table(table)} t SET creator_id = ${toId}::uuid
    WHERE t.workspace_id = ${workspaceId} AND ${which} RETURNING t.id`.execute(trx);
  return rows.map(({ id }) => id).sort();
}

async function select(trx: Db, workspaceId: string, table: SingleTable, row: Row): Promise<Row | null> {
  const { rows } = await sql<{ row: Row }>`
    SELECT to_jsonb(t) AS row FROM ${sql.table(table)} t
    WHERE t.workspace_id = ${workspaceId} AND ${isRow(table, row)}`.execute(trx);
  return rows[0]?.row ?? null;
}

async function remove(trx: Db, workspaceId: string, table: SingleTable, row: Row): Promise<void> {
  await keepBefore(trx, workspaceId, table, isRow(table, row));
  await sql`DELETE FROM ${sql.table(table)} t WHERE t.workspace_id = ${workspaceId} AND ${isRow(table, row)}`.execute(
    trx,
  );
}

/** False: there is one already. */
async function insert(trx: Db, table: SingleTable, row: Row): Promise<boolean> {
  // Whoever writes the row now is the change that it belongs to.
  const { change_id: _, ...written } = row;
  const columns = sql.join(Object.keys(written).map((column) => sql.ref(column)));
  const { rows } = await sql`
    INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_record(NULL::${sql.table(table)}, ${JSON.stringify(written)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING creator_id`.execute(trx);
  return rows.length > 0;
}

function isRow(table: SingleTable, row: Row) {
  const column = SINGLE[table];
  const isSecond = column === null ? sql`true` : sql`t.${sql.ref(column)}::text = ${row[column]}`;
  return sql`t.creator_id = ${row["creator_id"]}::uuid AND ${isSecond}`;
}

function rowOrder(table: SingleTable) {
  const column = SINGLE[table];
  return sql.ref(column === null ? "t.creator_id" : `t.${column}`);
}

function singleKey(table: SingleTable, row: Row): string {
  const column = SINGLE[table];
  return column === null ? "" : String(row[column]);
}

function isSame(a: Row, b: Row): boolean {
  const rest = ({ creator_id: _, change_id: __, ...row }: Row) => JSON.stringify(Object.entries(row).sort());
  return rest(a) === rest(b);
}
