import { expect, it } from "vitest";
import { Arena } from "./arena.ts";
import type { SegmentLayout } from "./layout.ts";
import { rowsOfWord } from "./placeOfWord.ts";
import { WordsBuilder } from "./wordsBuilder.ts";

const WORDS = 150_000;

it("counts an account once for a word, however many new words one text brings", () => {
  const builder = new WordsBuilder();
  const text = Array.from({ length: WORDS }, (_, i) => `w${i}`).join(" ");
  const silent = { name: [], handle: [], topics: [], hashtags: [], captions: [] };
  builder.add({ ...silent, bio: [`${text} ${text}`] });
  const arena = new Arena();
  const layout = { memory: arena.memory, text: builder.finish(arena, 2) } as SegmentLayout;
  for (const word of ["w0", `w${WORDS - 1}`]) {
    const { length, frequencies } = rowsOfWord(layout, word)!;
    expect([length, new Uint8Array(arena.memory.buffer, frequencies, 1)[0]]).toEqual([1, 4]);
  }
});
