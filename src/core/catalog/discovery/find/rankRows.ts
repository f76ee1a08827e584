import { NUMBERS } from "../figures.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { placeOfUuid, readUuid } from "../segment/uuid.ts";
import type { Cursor, FindQuery, SortBy } from "./query.ts";

/** A row of the answer: its account, and the key by which it stands where it does (larger first, unknown is −∞). */
export interface Ranked {
  readonly accountId: string;
  readonly key: number;
}

/** A column of keys: Float64, Int32 or Float32 as `top` of the kernels counts them. */
export interface KeyColumn {
  readonly column: number;
  readonly kind: 0 | 1 | 2;
}

/** The column of a number. */
export function columnOf({ layout }: OpenSegment, by: keyof typeof NUMBERS): KeyColumn {
  return { column: layout.numbers[by].column, kind: NUMBERS[by].store === "f64" ? 0 : 1 };
}

/** The best rows of a bitmap after the cursor, the best first; equal ones in the order of their account ids. */
export function rankRows(
  { layout, kernels, scratch }: OpenSegment,
  bits: number,
  { column, kind }: KeyColumn,
  { sort, limit, after }: { sort: SortBy; limit: FindQuery["limit"]; after: Cursor | null },
): Ranked[] {
  return scratch.within(() => {
    const keysAt = scratch.take(limit * 8);
    const rowsAt = scratch.take(limit * 4);
    const accountIds = new Uint8Array(scratch.buffer, layout.accountIds, layout.rows * 16);
    const afterRow = after === null ? 0 : firstAfter(accountIds, layout.rows, after.accountId);
    const size = kernels.top(
      ...([bits, layout.words, column, kind, sort.descending ? 1 : -1, limit] as const),
      ...([after?.key ?? Number.POSITIVE_INFINITY, afterRow, keysAt, rowsAt] as const),
    );
    const keys = new Float64Array(scratch.buffer, keysAt, size);
    const rows = new Uint32Array(scratch.buffer, rowsAt, size);
    return Array.from(rows, (row, place) => ({ row, key: keys[place]! }))
      .sort((a, b) => (a.key === b.key ? a.row - b.row : b.key > a.key ? 1 : -1))
      .map(({ row, key }) => ({ accountId: readUuid(accountIds, row * 16), key }));
  });
}

function firstAfter(accountIds: Uint8Array, rows: number, accountId: string): number {
  const place = placeOfUuid(accountIds, rows, accountId);
  return place < rows && readUuid(accountIds, place * 16) === accountId.toLowerCase() ? place + 1 : place;
}
