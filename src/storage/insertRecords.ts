import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { Database } from "./tables.ts";

const RECORDS_PER_STATEMENT = 10_000;

/** PostgreSQL types by column. Values come as text, numbers, booleans or null; days and instants as ISO text. */
type ColumnTypes = Readonly<Record<string, keyof typeof WRITE>>;

/**
 * Inserts many records of one table as one array a column, which PostgreSQL unpacks faster than JSON or VALUES.
 * `types` names every column that is written.
 */
export async function insertRecords<Types extends ColumnTypes>(
  db: Db,
  table: keyof Database,
  types: Types,
  records: readonly { readonly [Column in keyof Types]: unknown }[],
): Promise<void> {
  const columns = Object.entries(types);
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  for (let from = 0; from < records.length; from += RECORDS_PER_STATEMENT) {
    const some = records.slice(from, from + RECORDS_PER_STATEMENT);
    const arrays = columns.map(([name, type]) => {
      const literal = arrayLiteral(
        some.map((record) => record[name]),
        WRITE[type],
      );
      return sql`${literal}::${sql.raw(ELEMENT[type] ?? type)}[]`;
    });
    const values = columns.map(([name, type]) => sql`u.${sql.ref(name)}::${sql.raw(type)}`);
    await sql`INSERT INTO ${sql.table(table)} (${names}) SELECT ${sql.join(values)} FROM unnest(${sql.join(arrays)}) AS u(${names})`.execute(
      db,
    );
  }
}

// Uuids, numbers, days and instants hold no character that an array literal would have to quote.
const WRITE = {
  uuid: String,
  int: String,
  bigint: String,
  "double precision": String,
  boolean: String,
  date: String,
  timestamptz: String,
  text: (value: unknown) => quoted(String(value)),
  bytea: (value: unknown) => quoted(`\\x${(value as Buffer).toString("hex")}`),
  jsonb: (value: unknown) => quoted(JSON.stringify(value)),
  "text[]": (value: unknown) => quoted(arrayLiteral(value as readonly string[], quotedText)),
} as const satisfies Readonly<Record<string, (value: unknown) => string>>;

// An array of arrays would be a matrix: lists travel as text and are read on the other side.
const ELEMENT: Readonly<Record<string, string>> = { "text[]": "text" };

function arrayLiteral(values: readonly unknown[], write: (value: unknown) => string): string {
  return `{${values.map((value) => (value === null || value === undefined ? "NULL" : write(value))).join(",")}}`;
}

function quotedText(value: unknown): string {
  return quoted(String(value));
}

function quoted(text: string): string {
  // U+0000 is no text in PostgreSQL.
  return `"${text.replace(/["\\]/g, "\\$&").replaceAll("\u0000", "")}"`;
}
