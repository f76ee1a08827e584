import type { OpenSegment } from "../segment/openSegment.ts";
import { compareUuids, placeOfUuid, readUuid, writeUuid } from "../segment/uuid.ts";

// Who answered to a search, as it is kept: the accounts' ids ascending, 16 bytes each, so that whoever comes to answer
// later is told from them exactly.

/** More are not kept: 1.6 megabytes a search, and nobody looks through a hundred thousand creators for the new ones. */
export const SEEN_MOST = 100_000;

const BYTES = 16;

/** The ids of a bitmap's rows, `count` of them. */
export function idsOfRows({ layout, scratch }: OpenSegment, bits: number, count: number): Uint8Array {
  const from = new Uint8Array(scratch.buffer, layout.accountIds, layout.rows * BYTES);
  const halves = new Uint32Array(scratch.buffer, bits, layout.words * 2);
  const ids = new Uint8Array(count * BYTES);
  let to = 0;
  for (let half = 0; half < halves.length; half++)
    for (let left = halves[half] ?? 0; left !== 0; left &= left - 1) {
      const row = half * 32 + 31 - Math.clz32(left & -left);
      ids.set(from.subarray(row * BYTES, row * BYTES + BYTES), to);
      to += BYTES;
    }
  return ids;
}

/** A new bitmap of those rows of another whose accounts are not among the ids. */
export function leaveOut({ layout, kernels, scratch }: OpenSegment, bits: number, ids: Uint8Array): number {
  const to = scratch.take(layout.words * 8);
  kernels.and(to, bits, bits, layout.words);
  const halves = new Uint32Array(scratch.buffer, to, layout.words * 2);
  const rowIds = new Uint8Array(scratch.buffer, layout.accountIds, layout.rows * BYTES);
  // Both ascend, so each search begins where the one before ended.
  let row = 0;
  for (let at = 0; at < ids.length && row < layout.rows; at += BYTES) {
    row = firstNotBelow(rowIds, layout.rows, row, ids, at);
    if (row < layout.rows && compareUuids(rowIds, row * BYTES, ids, at) === 0)
      halves[row >>> 5]! &= ~(1 << (row & 31));
  }
  return to;
}

/** Ids as they are kept. */
export function packedIds(accountIds: readonly string[]): Uint8Array {
  const ids = new Uint8Array(accountIds.length * BYTES);
  for (const [place, id] of [...accountIds].sort().entries()) writeUuid(id, ids, place * BYTES);
  return ids;
}

/** The ids of all segments in one order; null when one of them had too many or all together have. */
export function mergeIds(parts: readonly (Uint8Array | null)[], most: number): Uint8Array | null {
  let merged = new Uint8Array(0);
  for (const part of parts) {
    if (part === null || (merged.length + part.length) / BYTES > most) return null;
    merged = mergeTwo(merged, part);
  }
  return most < 0 ? null : merged;
}

export function isAmong(ids: Uint8Array, accountId: string): boolean {
  const count = ids.length / BYTES;
  const place = placeOfUuid(ids, count, accountId);
  return place < count && readUuid(ids, place * BYTES) === accountId.toLowerCase();
}

/** How many of these ids are not among those that were seen. */
export function countNew(ids: Uint8Array, seen: Uint8Array): number {
  let count = 0;
  for (let at = 0, place = 0; at < ids.length; at += BYTES) {
    while (place < seen.length && compareUuids(seen, place, ids, at) < 0) place += BYTES;
    if (place >= seen.length || compareUuids(seen, place, ids, at) !== 0) count++;
  }
  return count;
}

function mergeTwo(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const merged = new Uint8Array(a.length + b.length);
  for (let i = 0, j = 0; i + j < merged.length; ) {
    const to = i + j;
    const isFirst = j === b.length || (i < a.length && compareUuids(a, i, b, j) < 0);
    merged.set(isFirst ? a.subarray(i, i + BYTES) : b.subarray(j, j + BYTES), to);
    if (isFirst) i += BYTES;
    else j += BYTES;
  }
  return merged;
}

/** The first row from `from` on whose id is not below the wanted one: steps that double, then halves. */
function firstNotBelow(rowIds: Uint8Array, rows: number, from: number, ids: Uint8Array, at: number): number {
  const isBelow = (row: number) => compareUuids(rowIds, row * BYTES, ids, at) < 0;
  let low = from;
  let step = 1;
  while (low + step < rows && isBelow(low + step)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(rows, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
