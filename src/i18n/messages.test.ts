import { describe, expect, it } from "vitest";
import { LANGUAGES, MESSAGES } from "./messages.ts";

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[here, value] as [string, string]] : leaves(value, here);
  });
}

// English needs plural forms where Chinese has one: both are the same sentence.
const sentenceOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");
const placeholdersOf = (text: string) => [...text.matchAll(/{{-?\s*(\w+)/g)].map((match) => match[1]).sort();

describe("the messages", () => {
  const english = new Map(leaves(MESSAGES.en).map(([key, text]) => [sentenceOf(key), text]));

  it.each(LANGUAGES.filter((language) => language !== "en"))(
    "say every sentence in %s, and no other",
    (language) => {
      const there = new Set(leaves(MESSAGES[language]).map(([key]) => sentenceOf(key)));
      expect([...english.keys()].filter((key) => !there.has(key))).toEqual([]);
      expect([...there].filter((key) => !english.has(key))).toEqual([]);
    },
  );

  it.each(LANGUAGES.filter((language) => language !== "en"))(
    "ask for no value in %s that English does not get",
    (language) => {
      for (const [key, text] of leaves(MESSAGES[language])) {
        const known = new Set(placeholdersOf(english.get(sentenceOf(key)) ?? ""));
        expect(
          placeholdersOf(text).filter((name) => name !== "count" && !known.has(name)),
          key,
        ).toEqual([]);
      }
    },
  );
});
