import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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

describe("the sentences that the code names", () => {
  const SOURCE = fileURLToPath(new URL("../", import.meta.url));
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\./.test(file))
    .map((file) => [file, readFileSync(join(SOURCE, file), "utf8")] as const);
  const known = new Set(leaves(MESSAGES.en).map(([key]) => sentenceOf(key)));

  it.each([
    ["sentence", /\bsentence\(\s*"([\w.-]+)"/g, "", ""],
    ["t in a page", /\bt\(\s*"([\w.-]+)"/g, "web.", "web/"],
  ])("are there for every %s(…)", (_, call, prefix, room) => {
    const named = files
      .filter(([file]) => file.startsWith(room))
      .flatMap(([file, text]) =>
        [...text.matchAll(call)].map((found) => [file, `${prefix}${found[1]}`] as const),
      );
    expect(named.length).toBeGreaterThan(400);
    expect(named.filter(([, key]) => !known.has(key))).toEqual([]);
  });
});

describe("numbers", () => {
  // Those in the bracket of $t(…) are handed on, and said there.
  const COUNTED = /{{(count|posts|rows|rejected|defaults|columns|cells|days|times)}}/;

  it.each(LANGUAGES)("are written as numbers wherever %s says them", (language) => {
    const bare = leaves(MESSAGES[language]).filter(([, text]) =>
      COUNTED.test(text.replaceAll(/\$t\([^)]*\)/g, "")),
    );
    expect(bare).toEqual([]);
  });
});

/** Every text of a tree, with its path; what is filled in stands as a digit, since it may be any figure or name. */
function textsOf(tree: object, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}.${key}`, value.replaceAll(/\$t\([^)]*\)|{{[^}]*}}/g, "0")] as [string, string]]
      : textsOf(value as object, `${path}.${key}`),
  );
}

describe("Chinese words", () => {
  // One thing has one name; a platform's own word for its creators (博主, UP主, KOL) comes from data/platforms.
  const ELSEWHERE = {
    "zh-CN": /博主|创作者|简报|全包|你|网路|档案|佔/,
    "zh-TW": /創作者|簡報|全包|你|甚麼|裏|網絡|文件夾|占|备|軟件/,
  } as const;

  it.each(["zh-CN", "zh-TW"] as const)("are the same for the same thing throughout %s", (language) => {
    const texts = textsOf(MESSAGES[language]);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(([, text]) => ELSEWHERE[language].test(text))).toEqual([]);
  });

  it.each(["zh-CN", "zh-TW"] as const)(
    "stand apart from Latin ones, with full-width marks, in %s",
    (language) => {
      const tight = /\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u;
      // A key of YAML is followed by a colon of its own.
      const narrow = /\p{Script=Han}[,;:?!](?! 值)|[，。：；？！（）「」“”] | [，。：；？！（）「」]/u;
      const texts = textsOf(MESSAGES[language]);
      expect(texts.filter(([, text]) => tight.test(text) || narrow.test(text))).toEqual([]);
    },
  );
});
