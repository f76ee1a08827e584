import type { Topic } from "#core/catalog/topic";
import { TopicLexicon } from "#core/catalog/topic";
import { Random } from "#core/random";
import { type Concept, ConceptLexicon } from "./lexicon.ts";

// A market of known truth: some topics, each with words that only English creators use and words that only Chinese ones
// do, and words that everybody uses. Two words of a topic stand in the lexicon, joining the languages; the others do not.
export const TOPICS = 6;
const WORDS = 12;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const CHARACTERS = "山水火木金土日月星云风雨雪花草树石田井门窗";

export function englishWord(topic: number, word: number): string {
  return `${LETTERS[topic]}${LETTERS[word]}word`;
}

export function chineseWord(topic: number, word: number): string {
  return `${CHARACTERS[topic]}${CHARACTERS[word + 6]}`;
}

export function inventedLexicon(): ConceptLexicon {
  const slugs = Array.from({ length: TOPICS }, (_, topic) => `topic${LETTERS[topic]}`);
  const topics: Topic[] = slugs.map((slug) => ({
    slug,
    names: { en: slug, "zh-CN": slug, "zh-TW": slug },
    words: [],
    searchWords: { en: [], "zh-CN": [], "zh-TW": [] },
  }));
  const concepts: Concept[] = slugs.flatMap((topic, t) =>
    [0, 1].map((w) => ({
      slug: `${topic}-${w}`,
      topic,
      en: [englishWord(t, w)],
      zh: [chineseWord(t, w)],
    })),
  );
  return new ConceptLexicon(concepts, new TopicLexicon(topics));
}

/** Texts of creators of one topic and one language each, a quarter of their words off topic. */
export function inventedTexts(
  count: number,
  seed: number,
): { topic: number; chinese: boolean; text: string }[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const topic = random.below(TOPICS);
    const chinese = random.uniform() < 0.5;
    const words = Array.from({ length: 12 }, () => {
      const of = random.uniform() < 0.25 ? random.below(TOPICS) : topic;
      const word = random.below(WORDS);
      return chinese ? chineseWord(of, word) : englishWord(of, word);
    });
    return { topic, chinese, text: [...words, "everyday"].join(" ") };
  });
}
