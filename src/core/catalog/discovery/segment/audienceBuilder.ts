import type { AudienceFact } from "../facts/accountFacts.ts";
import type { Arena } from "./arena.ts";
import { sortByCode } from "./bitmaps.ts";
import { Codebook } from "./codebook.ts";
import { gathered } from "./gathered.ts";
import { growingI32, growingU32 } from "./growing.ts";
import type { AudienceLayout, SharesOfKey } from "./layout.ts";

const WHOLE_BP = 10_000;
/** As the kernels know it. */
const UNLISTED = -(2 ** 15);
const ROWS_TO_ONE_SHARE = 4;

/** The shares of one dimension. */
export class AudienceBuilder {
  private readonly book = new Codebook();
  private readonly codes = growingU32();
  private readonly rows = growingU32();
  private readonly values = growingI32();
  private readonly listed = growingU32();
  private readonly rests = growingI32();
  private readonly caps = growingI32();
  private hasCut = false;

  /** An account's whole list in this dimension, `from` … `to` of its shares. */
  add(row: number, shares: readonly AudienceFact[], from: number, to: number): void {
    let rest = WHOLE_BP;
    let smallest = WHOLE_BP;
    let isCut = false;
    for (let place = from; place < to; place++) {
      const { key, shareBp, bound, cut } = shares[place]!;
      this.codes.room(1)[this.codes.length++] = this.book.codeOf(key);
      this.rows.room(1)[this.rows.length++] = row;
      this.values.room(1)[this.values.length++] = bound ? -shareBp : shareBp;
      isCut ||= cut;
      if (bound) continue;
      rest -= shareBp;
      smallest = Math.min(smallest, shareBp);
    }
    this.hasCut ||= isCut;
    this.listed.room(1)[this.listed.length++] = row;
    this.rests.room(1)[this.rests.length++] = Math.max(0, rest);
    this.caps.room(1)[this.caps.length++] = isCut ? smallest : WHOLE_BP;
  }

  finish(arena: Arena, words: number): AudienceLayout {
    const { keys } = this.book;
    const { offsets, places } = sortByCode(this.codes.all, keys.length);
    const lists = keys.map((_, code) =>
      this.sharesOfKey(arena, words, places.subarray(offsets[code], offsets[code + 1])),
    );
    return {
      ...{ keys, lists },
      rest: arena.put(this.perRow(this.rests.all, words)),
      cap: this.hasCut ? arena.put(this.perRow(this.caps.all, words)) : 0,
    };
  }

  private sharesOfKey(arena: Arena, words: number, places: Uint32Array): SharesOfKey {
    const rows = gathered(this.rows.all, places);
    const shares = Int16Array.from(gathered(this.values.all, places));
    const { length } = rows;
    // Of many rows, a value for every row is little more memory than a list of those that have one, and faster to add up.
    if (length * ROWS_TO_ONE_SHARE < words * 64)
      return { length, rows: arena.put(rows), values: arena.put(shares) };
    const column = new Int16Array(words * 64).fill(UNLISTED);
    for (let entry = 0; entry < length; entry++) column[rows[entry]!] = shares[entry]!;
    return { length, rows: 0, values: arena.put(column) };
  }

  private perRow(values: Int32Array, words: number): Uint16Array {
    const column = new Uint16Array(words * 64).fill(WHOLE_BP);
    const rows = this.listed.all;
    for (let entry = 0; entry < rows.length; entry++) column[rows[entry]!] = values[entry]!;
    return column;
  }
}
