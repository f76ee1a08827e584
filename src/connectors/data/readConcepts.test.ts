import { describe, expect, it } from "vitest";
import { expandQuery } from "#core/catalog/discovery/expandQuery";
import { learnTopicSpace } from "#core/catalog/discovery/learnTopicSpace";
import { nearestQuery } from "#core/catalog/discovery/nearestQuery";
import { tokensOf } from "#core/catalog/discovery/tokens";
import { readConcepts } from "./readConcepts.ts";
import { readReference } from "./readReference.ts";

const lexicon = readConcepts();
const { topics } = readReference();

describe("the shipped lexicon of searching", () => {
  it("joins at least 600 concepts across English and Chinese", () => {
    expect(lexicon.concepts.length).toBeGreaterThanOrEqual(600);
    expect(new Set(lexicon.concepts.map(({ slug }) => slug)).size).toBe(lexicon.concepts.length);
    for (const { slug, en, zh } of lexicon.concepts) {
      expect(en.length, slug).toBeGreaterThan(0);
      expect(zh.length, slug).toBeGreaterThan(0);
      expect(
        en.filter((word) => /\p{Script=Han}/u.test(word)),
        slug,
      ).toEqual([]);
    }
  });

  it("has every word in one concept, however it is spelt", () => {
    const owner = new Map<string, string>();
    const twice: string[] = [];
    for (const concept of lexicon.concepts) {
      for (const word of [...concept.en, ...concept.zh, ...(concept["zh-TW"] ?? [])]) {
        const key = tokensOf(word).join(" ");
        if (owner.has(key)) twice.push(`${word}: ${owner.get(key)}, ${concept.slug}`);
        owner.set(key, concept.slug);
      }
    }
    expect(twice).toEqual([]);
  });

  it("writes Simplified, and Traditional only as a Taiwanese word", () => {
    const traditional = lexicon.concepts.flatMap(({ zh }) =>
      zh.filter((word) => /\p{Script=Han}/u.test(word) && /[國學體護膚遊戲買車個們歲]/u.test(word)),
    );
    expect(traditional).toEqual([]);
  });

  it("agrees with the topics on what a word belongs to", () => {
    const slugs = new Set(topics.topics.map(({ slug }) => slug));
    for (const concept of lexicon.concepts) expect(slugs, concept.slug).toContain(concept.topic);
    for (const topic of topics.topics) {
      for (const word of topics.wordsOf(topic.slug)) {
        const concept = lexicon.conceptOf(word);
        if (concept) expect(concept.topic, word).toBe(topic.slug);
      }
    }
  });

  it("has a concept for every topic that a brand may choose", () => {
    const covered = new Set(lexicon.concepts.map(({ topic }) => topic));
    expect(topics.topics.map(({ slug }) => slug).filter((slug) => !covered.has(slug))).toEqual([]);
  });

  it("finds the words of the trade in either language and script", () => {
    for (const [one, other] of [
      ["wine", "葡萄酒"],
      ["skin care", "护肤"],
      ["study abroad", "留學"],
      ["travel", "旅遊"],
      ["unboxing", "開箱"],
      ["Bordeaux", "波尔多"],
      ["laptop", "筆電"],
    ] as const) {
      expect(lexicon.conceptOf(one), one).not.toBeNull();
      expect(lexicon.conceptOf(one)?.slug, other).toBe(lexicon.conceptOf(other)?.slug);
    }
  });
});

describe("a catalog in which nobody writes Bordeaux", () => {
  // Forty accounts on wine, forty on other things, all in Chinese.
  const wine = ["红酒 品鉴 微醺", "红酒 酒庄 品鉴", "品鉴 葡萄酒 红酒", "红酒 侍酒师 品鉴"];
  const others = ["护肤 面膜 敏感肌", "露营 徒步 户外", "遛娃 辅食 宝宝", "健身 减脂 瑜伽"];
  const numbers = new Map<string, number>();
  const documents = Array.from({ length: 20 }, () => [...wine, ...others])
    .flat()
    .map((text) =>
      Uint32Array.from(new Set(tokensOf(text)), (token) => {
        const number = numbers.get(token) ?? numbers.size;
        numbers.set(token, number);
        return number;
      }),
    );
  const space = learnTopicSpace(documents, [...numbers.keys()], lexicon, { seed: 1 });
  const counts = {
    documents: documents.length,
    documentsWith: (token: string) =>
      documents.filter((words) => words.includes(numbers.get(token) ?? -1)).length,
  };

  it("still answers to it with those who write of red wine and tastings", () => {
    const terms = expandQuery("Bordeaux", lexicon, space, counts).groups[0]?.terms ?? [];
    const learned = terms.filter(({ via }) => via === "learned").map(({ token }) => token);
    expect(learned).toEqual(expect.arrayContaining(["红酒", "品鉴"]));
    expect(learned).not.toEqual(expect.arrayContaining(["护肤"]));
    expect(learned.filter((token) => ["面膜", "露营", "辅食", "健身"].includes(token))).toEqual([]);
  });

  it("takes a word of several tokens as one word of the query", () => {
    const words = (text: string) => expandQuery(text, lexicon, null, counts).groups.map(({ word }) => word);
    expect(words("study abroad")).toEqual(["study abroad"]);
    expect(words("葡萄酒")).toEqual(["葡萄 萄酒"]);
    expect(words("达拉斯火锅")).toEqual(["达拉 拉斯", "火锅"]);
    const abroad = expandQuery("study abroad", lexicon, null, counts).groups[0]?.terms ?? [];
    expect(abroad[0]).toMatchObject({ token: "abroad", also: ["study"], weight: 1 });
    expect(abroad.some(({ token }) => token === "留学")).toBe(true);
    expect(abroad.some(({ token }) => token === "studyabroad")).toBe(true);
  });
});

describe("what a query that found nobody may have meant", () => {
  const meant = (text: string) => nearestQuery(text, lexicon);

  it("is the words of the lexicon that its words look like, the others as they are", () => {
    expect(meant("sourdouhg")).toBe("sourdough");
    expect(meant("skincaer 护肤")).toBe("skincare 护肤");
  });

  it("is nothing where every word is known, is no Latin word, or looks like none", () => {
    for (const text of ["wine", "红洒", "مطعم", "* * *", "", "a".repeat(10_000), "q ".repeat(5000)])
      expect(meant(text)).toBeNull();
  });
});
