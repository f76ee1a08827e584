import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { post } from "./postFacts.fixture.ts";
import { TopicLexicon } from "./topic.ts";
import { onTopic } from "./topicDepth.ts";
import { TopicPhrases } from "./topicPhrases.ts";

const NO_WORDS = { en: [], "zh-CN": [], "zh-TW": [] };
// Words that begin alike, stand in each other, belong to two topics, and are too short to be told.
const lexicon = new TopicLexicon(
  [
    ["wine", "葡萄酒", ["red wine", "wine bar", "酒"]],
    ["bars", "酒吧", ["wine bar", "bar food", "红酒吧"]],
    ["food", "美食", ["street food", "food", "吃"]],
    ["travel", "旅行", ["street", "旅行美食", "r&b"]],
  ].map(([slug, chinese, words]) => ({
    slug: slug as string,
    names: { en: slug as string, "zh-CN": chinese as string, "zh-TW": chinese as string },
    words: words as string[],
    searchWords: NO_WORDS,
  })),
);
const phrases = new TopicPhrases(lexicon);
const words = lexicon.topics.flatMap(({ slug }) => lexicon.wordsOf(slug));

describe("the topics of a post", () => {
  it("are those that it is on when it is asked for each by itself", () => {
    const word = fc.oneof(fc.constantFrom(...words), fc.constantFrom("a", "the", "日", "今天", "😀", "#"));
    const text = fc
      .array(word, { maxLength: 6 })
      .chain((said) => fc.constantFrom(said.join(" "), said.join(""), said.join("").replaceAll(" ", "")));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), fc.option(text), (tags, caption) => {
        const one = post(1, { tags, caption });
        const each = lexicon.topics
          .map(({ slug }) => slug)
          .filter((slug) => onTopic(lexicon.wordsOf(slug))(one));
        expect([...phrases.topicsOf(one)].sort()).toEqual(each.sort());
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
