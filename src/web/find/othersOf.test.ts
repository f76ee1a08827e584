import { describe, expect, it } from "vitest";
import type { QueryTerm } from "#core/catalog/discovery/queryGroups";
import { isCompleted, othersOf, wordOf } from "./othersOf.ts";

const term = (via: QueryTerm["via"], token: string, ...also: string[]): QueryTerm => ({
  token,
  also,
  weight: 1,
  via,
});

describe("what stands for a word", () => {
  it("is written as people write it, from the pairs it is looked up by", () => {
    const terms = [
      term("exact", "wine"),
      term("lexicon", "萄酒", "葡萄"),
      term("lexicon", "红白", "白葡", "萄酒", "葡萄"),
      term("learned", "vino"),
    ];
    expect(othersOf({ word: "wine", terms })).toEqual({ said: ["葡萄酒", "红白葡萄酒", "vino"], more: 0 });
  });

  it("names a Chinese word by its characters, and a phrase as it is", () => {
    expect(wordOf({ word: "葡萄 萄酒", terms: [] })).toBe("葡萄酒");
    expect(wordOf({ word: "study abroad", terms: [] })).toBe("study abroad");
  });

  it("says a phrase by its joined form, which keeps the order, and else by its words", () => {
    const terms = [
      term("lexicon", "lover", "wine"),
      term("lexicon", "winelover"),
      term("lexicon", "study", "abroad"),
    ];
    expect(othersOf({ word: "wine", terms }).said).toEqual(["winelover", "abroad + study"]);
  });

  it("stops at eight and counts the rest; what was typed or completed is no other word", () => {
    const terms = [..."abcdefghij"].map((letter) => term("lexicon", letter));
    expect(othersOf({ word: "x", terms: [...terms, term("begun", "xylophone")] })).toMatchObject({ more: 2 });
    expect(isCompleted({ word: "x", terms: [term("begun", "xylophone")] })).toBe(true);
    expect(isCompleted({ word: "x", terms })).toBe(false);
  });
});
