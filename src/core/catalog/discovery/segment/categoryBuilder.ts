import type { Arena } from "./arena.ts";
import { Codebook } from "./codebook.ts";
import { growingU32 } from "./growing.ts";
import type { CategoryLayout } from "./layout.ts";

/** Up to so many codes a bitmap each costs less than it saves. */
const CODES_WITH_BITS_MAX = 64;

export class CategoryBuilder {
  private readonly book = new Codebook([""]);
  private readonly codes = growingU32();

  add(key: string | null): void {
    this.codes.push(key === null || key === "" ? 0 : this.book.codeOf(key));
  }

  finish(arena: Arena, words: number): CategoryLayout {
    const { keys } = this.book;
    const codes = arena.take(words * 64 * 4);
    new Uint32Array(arena.memory.buffer, codes, this.codes.length).set(this.codes.all);
    return { keys, codes, bits: keys.length > CODES_WITH_BITS_MAX ? 0 : this.finishBits(arena, words) };
  }

  private finishBits(arena: Arena, words: number): number {
    const at = arena.take(words * 8 * this.book.keys.length);
    const bits = new Uint32Array(arena.memory.buffer, at, words * 2 * this.book.keys.length);
    const { all } = this.codes;
    for (let row = 0; row < all.length; row++) bits[all[row]! * words * 2 + (row >>> 5)]! |= 1 << (row & 31);
    return at;
  }
}
