import type { Arena } from "./arena.ts";
import { Codebook } from "./codebook.ts";
import { growingU32 } from "./growing.ts";
import type { CategoryLayout } from "./layout.ts";
import { putPlanes } from "./planes.ts";

export class CategoryBuilder {
  private readonly book = new Codebook([""]);
  private readonly codes = growingU32();

  add(key: string | null): void {
    this.codes.room(1)[this.codes.length++] = key === null || key === "" ? 0 : this.book.codeOf(key);
  }

  finish(arena: Arena, words: number): CategoryLayout {
    const { keys } = this.book;
    const { all } = this.codes;
    const codeBytes = keys.length <= 256 ? 1 : 4;
    const codes = codeBytes === 1 ? new Uint8Array(words * 64) : new Uint32Array(words * 64);
    codes.set(all);
    const planes = putPlanes(arena, words, all.length, keys.length, (row) => all[row]!);
    return { keys, codes: arena.put(codes), codeBytes, ...planes };
  }
}
