import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { Database } from "./tables.ts";

// Keeps one statement's JSON at a few megabytes.
const RECORDS_PER_STATEMENT = 5000;

/** What a record holds for a table: its columns by name. Days and instants are ISO text, documents plain objects. */
export type TableRecord<Table extends keyof Database> = {
  readonly [Column in keyof Database[Table]]: unknown;
};

/** Inserts many records of one table by one parameter a statement, which PostgreSQL unpacks itself. */
export async function insertRecords<Table extends keyof Database & string>(
  db: Db,
  table: Table,
  records: readonly TableRecord<Table>[],
): Promise<void> {
  for (let from = 0; from < records.length; from += RECORDS_PER_STATEMENT) {
    const json = JSON.stringify(records.slice(from, from + RECORDS_PER_STATEMENT));
    // U+0000 is text in JSON and none in PostgreSQL.
    const storable = json.includes("\\u0000") ? json.replaceAll("\\u0000", "") : json;
    await sql`INSERT INTO ${sql.table(table)} SELECT * FROM json_populate_recordset(NULL::${sql.table(table)}, ${storable}::json)`.execute(
      db,
    );
  }
}
