import { type LocalNames, spelling } from "#core/localNames";

export interface Topic {
  readonly slug: string;
  readonly names: LocalNames;
  /** Synonyms, English and Chinese, Simplified and Traditional. */
  readonly words: readonly string[];
  /** What to type into a platform's search to find who posts about it. */
  readonly searchWords: Readonly<Record<keyof LocalNames, readonly string[]>>;
}

const NO_WORDS: readonly string[] = [];
const MET_MAX = 50_000;

/** Finds the topic of a word; made once for a list of topics. */
export class TopicLexicon {
  readonly topics: readonly Topic[];
  private readonly byWord = new Map<string, string>();
  private readonly wordsBySlug = new Map<string, readonly string[]>();
  private readonly chinese: readonly string[];
  // A catalog has the same hashtags a million times over.
  private readonly met = new Map<string, string | null>();

  constructor(topics: readonly Topic[]) {
    this.topics = topics;
    for (const topic of topics) {
      const words = [topic.slug, ...Object.values(topic.names), ...topic.words].map(spelling);
      this.wordsBySlug.set(topic.slug, [...new Set(words)]);
      for (const word of words) if (!this.byWord.has(word)) this.byWord.set(word, topic.slug);
    }
    // One character says too little inside a longer word: 猫 stands for pets alone, 熊猫 does not.
    this.chinese = [...this.byWord.keys()]
      .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
      .sort((a, b) => b.length - a.length);
  }

  /** The slug a word or tag means, "food" for 美食 and for 达拉斯美食; null when no topic is meant. */
  topicOf(word: string): string | null {
    const met = this.met.get(word);
    if (met !== undefined) return met;
    const topic = this.find(word);
    if (this.met.size >= MET_MAX) this.met.clear();
    this.met.set(word, topic);
    return topic;
  }

  private find(word: string): string | null {
    const plain = spelling(word).replace(/^#+|#+$/g, "");
    const known = this.byWord.get(plain);
    if (known !== undefined) return known;
    const inside = this.chinese.find((candidate) => plain.includes(candidate));
    if (inside !== undefined) return this.byWord.get(inside) ?? null;
    return this.topicOfPhrase(plain);
  }

  /** All words a topic answers to: what a full-text search for it should look for. */
  wordsOf(slug: string): readonly string[] {
    return this.wordsBySlug.get(slug) ?? NO_WORDS;
  }

  // "street food tour" means food: the first run of whole words that is known, longest first.
  private topicOfPhrase(phrase: string): string | null {
    const words = phrase.split(/[^\p{L}\p{N}&-]+/u).filter(Boolean);
    for (let size = Math.min(3, words.length - 1); size > 0; size--) {
      for (let start = 0; start + size <= words.length; start++) {
        const known = this.byWord.get(words.slice(start, start + size).join(" "));
        if (known !== undefined) return known;
      }
    }
    return null;
  }
}
