import { NUMBERS } from "../figures.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { COUNTED_CODES_MAX } from "../segment/planes.ts";
import { type RowFigures, rowFigures } from "../segment/rowFigures.ts";
import { placeOfUuid, readUuid } from "../segment/uuid.ts";
import { rowsOfCodes } from "./evaluateCategory.ts";
import { type FitMiddles, type FitParts, fitParts } from "./fit.ts";
import type { FindQuery, SortBy } from "./query.ts";

/** A row of the answer: its account, and the key by which it stands where it does (larger first, unknown is −∞). */
export interface Ranked {
  readonly accountId: string;
  readonly key: number;
  readonly figures: RowFigures;
  /** Null: no brief was named. */
  readonly fit: FitParts | null;
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
  segment: OpenSegment,
  bits: number,
  { column, kind }: KeyColumn,
  { sort, limit, after, fit }: Pick<FindQuery, "sort" | "limit" | "after" | "fit">,
  middles: FitMiddles,
): Ranked[] {
  const { layout, kernels, scratch } = segment;
  return scratch.within(() => {
    const keysAt = scratch.take(limit * 8);
    const rowsAt = scratch.take(limit * 4);
    const accountIds = new Uint8Array(scratch.buffer, layout.accountIds, layout.rows * 16);
    const afterRow = after === null ? 0 : firstAfter(accountIds, layout.rows, after.accountId);
    const among = after === null ? likeliest(segment, bits, sort, limit) : bits;
    const size = kernels.top(
      ...([among, layout.words, column, kind, sort.descending ? 1 : -1, limit] as const),
      ...([after?.key ?? Number.POSITIVE_INFINITY, afterRow, keysAt, rowsAt] as const),
    );
    const keys = new Float64Array(scratch.buffer, keysAt, size);
    const rows = new Uint32Array(scratch.buffer, rowsAt, size);
    const ranked = Array.from(rows, (row, place) => ({ row, key: keys[place]! })).sort((a, b) =>
      a.key === b.key ? a.row - b.row : b.key > a.key ? 1 : -1,
    );
    const parts =
      fit &&
      fitParts(
        segment,
        fit,
        middles,
        ranked.map(({ row }) => row),
      );
    return ranked.map(({ row, key }, place) => ({
      accountId: readUuid(accountIds, row * 16),
      key,
      figures: rowFigures(layout, row),
      fit: parts?.[place] ?? null,
    }));
  });
}

/**
 * Rows that can be among the first: those of as many bands, from the best on, as hold enough of them. A page of a million
 * matches is then chosen among a few.
 */
function likeliest(segment: OpenSegment, bits: number, { by, descending }: SortBy, limit: number): number {
  if (by === "match" || by === "fit") return bits;
  const { layout, kernels, scratch } = segment;
  const coded = layout.numbers[by];
  if (coded.planes === 0) return bits;
  const at = scratch.take(COUNTED_CODES_MAX * 4);
  kernels.countPlanes(bits, layout.words, coded.planes, coded.count, at);
  const counts = new Uint32Array(scratch.buffer, at, COUNTED_CODES_MAX);
  const known = Array.from({ length: NUMBERS[by].bands.length }, (_, band) => band + 1);
  // What lies below the first band is with the unknown, which come last anyway.
  const wanted = descending ? [] : [0];
  let held = 0;
  for (const band of descending ? known.reverse() : known) {
    held += counts[band]!;
    wanted.push(band);
    if (held >= limit) break;
  }
  if (held < limit) return bits;
  const { sure } = rowsOfCodes(segment, coded, wanted);
  kernels.and(sure, sure, bits, layout.words);
  return sure;
}

function firstAfter(accountIds: Uint8Array, rows: number, accountId: string): number {
  const place = placeOfUuid(accountIds, rows, accountId);
  return place < rows && readUuid(accountIds, place * 16) === accountId.toLowerCase() ? place + 1 : place;
}
