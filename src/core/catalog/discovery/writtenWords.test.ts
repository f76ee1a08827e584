import { describe, expect, it } from "vitest";
import type { QueryTerm } from "./queryGroups.ts";
import { WrittenWords } from "./writtenWords.ts";

const term = (via: QueryTerm["via"], token: string, ...also: string[]): QueryTerm => ({
  token,
  also,
  weight: 1,
  via,
});
const written = new WrittenWords(["red wine", "Skin care routine", "wine", "红酒", "Café"]);
const others = (...terms: QueryTerm[]) => written.sayGroup({ word: "wine", terms }).others;

describe("what stands for a word", () => {
  it("is said as the lexicon writes it, whatever the order it is looked up in", () => {
    expect(others(term("lexicon", "wine", "red"), term("lexicon", "care", "routine", "skin"))).toEqual([
      "red wine",
      "Skin care routine",
    ]);
    expect(others(term("lexicon", "cafe"))).toEqual(["Café"]);
  });

  it("leaves out the joined form of a phrase, and says each once", () => {
    expect(
      others(term("lexicon", "wine", "red"), term("lexicon", "redwine"), term("learned", "red", "wine")),
    ).toEqual(["red wine"]);
  });

  it("is written as people write Chinese, from the pairs it is looked up by", () => {
    expect(others(term("lexicon", "萄酒", "葡萄"), term("lexicon", "红白", "白葡", "萄酒", "葡萄"))).toEqual([
      "葡萄酒",
      "红白葡萄酒",
    ]);
    expect(written.sayGroup({ word: "葡萄 萄酒", terms: [] }).said).toBe("葡萄酒");
    expect(written.sayGroup({ word: "study abroad", terms: [] }).said).toBe("study abroad");
  });

  it("says words that no lexicon has beside each other, and nothing of what was typed or completed", () => {
    expect(
      others(
        term("learned", "vino"),
        term("lexicon", "b", "a"),
        term("exact", "wine"),
        term("begun", "winery"),
      ),
    ).toEqual(["vino", "a b"]);
  });
});
