import { describe, expect, it } from "vitest";
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
