import type { Arena } from "./arena.ts";
import { bitmapOf, sortByCode } from "./bitmaps.ts";
import { Codebook } from "./codebook.ts";
import { gathered } from "./gathered.ts";
import { growingF64, growingU32 } from "./growing.ts";
import type { KeyedLayout, RowsOfKey } from "./layout.ts";

export class KeyedBuilder {
  private readonly book = new Codebook();
  private readonly codes = growingU32();
  private readonly rows = growingU32();
  private readonly values = growingF64();
  private hasValues = false;

  add(row: number, entries: readonly { readonly key: string; readonly value: number | null }[]): void {
    for (const { key, value } of entries) {
      this.codes.room(1)[this.codes.length++] = this.book.codeOf(key);
      this.rows.room(1)[this.rows.length++] = row;
      this.values.room(1)[this.values.length++] = value ?? Number.NaN;
      this.hasValues ||= value !== null;
    }
  }

  finish(arena: Arena, words: number): KeyedLayout {
    const { keys } = this.book;
    const { offsets, places } = sortByCode(this.codes.all, keys.length);
    const rowsOf = keys.map((_, code) =>
      this.rowsOfKey(arena, words, places.subarray(offsets[code], offsets[code + 1])),
    );
    const entries = places.length;
    return {
      ...{ keys, rowsOf, entries },
      anyBits: bitmapOf(arena, this.rows.all, words),
      ...this.forward(arena, words),
    };
  }

  private rowsOfKey(arena: Arena, words: number, places: Uint32Array): RowsOfKey {
    const rows = gathered(this.rows.all, places);
    const values = this.hasValues ? gathered(this.values.all, places) : null;
    // A bitmap is no larger than the list from one row in 32 on, and faster to count.
    const isDense = rows.length * 32 >= words * 64;
    return {
      length: rows.length,
      rows: arena.put(rows),
      bits: isDense ? bitmapOf(arena, rows, words) : 0,
      values: values === null ? 0 : arena.put(values),
    };
  }

  // Row by row, to count few matches without walking every list; where the lists are short, they are walked.
  private forward(arena: Arena, words: number): { offsets: number; codes: number } {
    const rows = words * 64;
    if (this.codes.length < rows / 4) return { offsets: 0, codes: 0 };
    const offsets = new Uint32Array(rows + 1);
    for (const row of this.rows.all) offsets[row + 1]!++;
    for (let row = 0; row < rows; row++) offsets[row + 1]! += offsets[row]!;
    return { offsets: arena.put(offsets), codes: arena.put(this.codes.all) };
  }
}
