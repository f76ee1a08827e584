import type { Pool } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { databaseFault } from "../faults.ts";
import { KnownTexts } from "./knownTexts.ts";

/**
 * What a column comes as. "key": the 16 bytes of a uuid as as many characters, which compare as PostgreSQL compares uuids;
 * "word": a text that comes again and again; "day": an ISO day; "instant": milliseconds since 1970.
 */
export type ColumnKind =
  | "key"
  | "word"
  | "text"
  | "texts"
  | "int4"
  | "int8"
  | "float8"
  | "bool"
  | "day"
  | "instant";

export type Value<K extends ColumnKind> = K extends "int4" | "int8" | "float8" | "instant"
  ? number
  : K extends "bool"
    ? boolean
    : K extends "texts"
      ? readonly string[]
      : string;
export type Row<C extends readonly ColumnKind[]> = { readonly [I in keyof C]: Value<C[I]> | null };

/**
 * Streams the rows of a query through binary COPY: some ten times as many a second as rows one by one. The statement
 * takes no parameters. Throws unavailable when the database is gone.
 */
export async function* copyOut<const C extends readonly ColumnKind[]>(
  pool: Pool,
  statement: string,
  columns: C,
): AsyncGenerator<Row<C>[]> {
  const client = await pool.connect().catch((caught) => Promise.reject(databaseFault(caught)));
  let isWhole = false;
  try {
    let left: Buffer = Buffer.alloc(0);
    let isFirst = true;
    for await (const chunk of client.query(copyTo(`COPY (${statement}) TO STDOUT (FORMAT binary)`))) {
      const bytes: Buffer = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
      const start = isFirst ? headerLength(bytes) : 0;
      if (start === null) {
        left = bytes;
        continue;
      }
      isFirst = false;
      const { rows, end } = rowsIn(bytes, start, columns);
      left = bytes.subarray(end);
      if (rows.length > 0) yield rows;
    }
    isWhole = true;
  } catch (caught) {
    throw databaseFault(caught);
  } finally {
    // A connection in the middle of a COPY cannot be used again: whoever got it next would wait for ever.
    client.release(!isWhole);
  }
}

const SIGNATURE_BYTES = 11;
const FLAGS_BYTES = 4;

function headerLength(bytes: Buffer): number | null {
  const extensionAt = SIGNATURE_BYTES + FLAGS_BYTES;
  if (bytes.length < extensionAt + 4) return null;
  return extensionAt + 4 + bytes.readInt32BE(extensionAt);
}

/** The whole rows in these bytes, and where the first unfinished one begins. */
function rowsIn<const C extends readonly ColumnKind[]>(
  bytes: Buffer,
  start: number,
  columns: C,
): { rows: Row<C>[]; end: number } {
  const rows: Row<C>[] = [];
  let at = start;
  for (;;) {
    // A row is its number of fields, then each field's length, −1 for null, and bytes; −1 fields end the whole.
    if (at + 2 > bytes.length || bytes.readInt16BE(at) < 0) return { rows, end: at };
    const row: unknown[] = new Array(columns.length);
    let field = at + 2;
    for (let column = 0; column < columns.length; column++) {
      if (field + 4 > bytes.length) return { rows, end: at };
      const length = bytes.readInt32BE(field);
      field += 4;
      if (length < 0) {
        row[column] = null;
        continue;
      }
      if (field + length > bytes.length) return { rows, end: at };
      row[column] = DECODE[columns[column]!](bytes, field, length);
      field += length;
    }
    rows.push(row as unknown as Row<C>);
    at = field;
  }
}

const DAY_MS = 86_400_000;
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);

const KEYS = new KnownTexts("latin1");
const WORDS = new KnownTexts("utf8");

const DECODE: { readonly [K in ColumnKind]: (bytes: Buffer, at: number, length: number) => Value<K> } = {
  key: (bytes, at) => KEYS.textAt(bytes, at, 16),
  word: (bytes, at, length) => WORDS.textAt(bytes, at, length),
  text: (bytes, at, length) => bytes.toString("utf8", at, at + length),
  texts: decodeTexts,
  int4: (bytes, at) => bytes.readInt32BE(at),
  int8: decodeInt8,
  float8: (bytes, at) => bytes.readDoubleBE(at),
  bool: (bytes, at) => bytes[at] === 1,
  day: (bytes, at) => isoDay(bytes.readInt32BE(at)),
  instant: (bytes, at) => EPOCH_2000_MS + decodeInt8(bytes, at) / 1000,
};

function decodeInt8(bytes: Buffer, at: number): number {
  const value = bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${value} is beyond 2^53`);
  return value;
}

function decodeTexts(bytes: Buffer, at: number): string[] {
  // Dimensions, whether there are nulls, the element type; then for the only dimension its length and first number.
  if (bytes.readInt32BE(at) === 0) return [];
  const texts: string[] = new Array(bytes.readInt32BE(at + 12));
  let field = at + 20;
  for (let i = 0; i < texts.length; i++) {
    const length = bytes.readInt32BE(field);
    texts[i] = WORDS.textAt(bytes, field + 4, length);
    field += 4 + length;
  }
  return texts;
}

// The same few days come again and again.
const DAYS = new Map<number, string>();
function isoDay(days: number): string {
  const known = DAYS.get(days);
  if (known !== undefined) return known;
  const day = new Date(EPOCH_2000_MS + days * DAY_MS).toISOString().slice(0, 10);
  DAYS.set(days, day);
  return day;
}
