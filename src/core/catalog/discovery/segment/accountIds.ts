import type { SegmentLayout } from "./layout.ts";
import { placeOfUuid, readUuid } from "./uuid.ts";

/** The accounts of a segment, ascending: all, or every so-many-th. */
export function accountIdsOf({ memory, accountIds, rows }: SegmentLayout, step = 1): string[] {
  const ids = new Uint8Array(memory.buffer, accountIds, rows * 16);
  return Array.from({ length: Math.ceil(rows / step) }, (_, place) => readUuid(ids, place * step * 16));
}

/** Takes accounts out of a bitmap; those that are not here are passed over. */
export function clearAccounts(layout: SegmentLayout, at: number, accountIds: readonly string[]): void {
  const bits = new Uint32Array(layout.memory.buffer, at, layout.words * 2);
  for (const id of accountIds) {
    const row = rowOfAccount(layout, id);
    if (row !== null) bits[row >>> 5]! &= ~(1 << (row & 31));
  }
}

/** The row of an account in a segment; null: it is in another, or in none. */
export function rowOfAccount({ memory, accountIds, rows }: SegmentLayout, accountId: string): number | null {
  const ids = new Uint8Array(memory.buffer, accountIds, rows * 16);
  const row = placeOfUuid(ids, rows, accountId);
  return row < rows && readUuid(ids, row * 16) === accountId ? row : null;
}
