import { describe, expect, it } from "vitest";
import type { QueryTerm } from "./queryGroups.ts";
import { tellingWords } from "./tellingWords.ts";
import { tokensOf } from "./tokens.ts";

const term = (token: string, weight: number): QueryTerm => ({ token, also: [], weight, via: "exact" });
const known = (...words: string[]) => words.map((written) => ({ written, tokens: tokensOf(written) }));

describe("the words that tell a creator from others", () => {
  it("are whole ones: pairs of characters are said as the longest known word they belong to", () => {
    const terms = [
      term("葡萄", 1),
      term("萄酒", 1),
      term("酒品", 0.9),
      term("品鉴", 0.8),
      term("bordeaux", 0.95),
    ];
    expect(tellingWords(terms, known("葡萄", "葡萄酒", "品鉴", "红酒"))).toEqual([
      "葡萄酒",
      "bordeaux",
      "品鉴",
    ]);
  });

  it("keep a hashtag as it was written, in whatever characters", () => {
    expect(tellingWords([term("葡萄", 1), term("萄酒", 1)], known("葡萄酒", "葡萄"))).toEqual(["葡萄酒"]);
    expect(tellingWords([term("红酒", 1)], known("紅酒"))).toEqual(["紅酒"]);
  });

  it("leave out what says little, what was only learned, and pairs beside words", () => {
    const learned: QueryTerm = { ...term("vino", 1), via: "learned" };
    expect(tellingWords([term("wine", 1), term("and", 0.1), term("的酒", 0.9), learned], [])).toEqual([
      "wine",
    ]);
  });

  it("are the pairs where nobody knows a word: something was looked for", () => {
    expect(tellingWords([term("甲乙", 1), term("乙丙", 0.5)], known("红酒"))).toEqual(["甲乙", "乙丙"]);
  });
});
