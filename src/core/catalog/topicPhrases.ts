import type { Post } from "./creator.ts";
import { tokensOf } from "./discovery/tokens.ts";
import { meetableNames } from "./phrase.ts";
import type { TopicLexicon } from "./topic.ts";

const TAGS_MET_MAX = 50_000;

/**
 * Tells of which topics of a lexicon a post says a word, of all at once: asking one by one (`onTopic`) costs as many times as
 * much as there are topics, in the millions of posts of a catalog.
 */
export class TopicPhrases {
  readonly #byFirst = new Map<string, { readonly tokens: readonly string[]; readonly topic: string }[]>();
  readonly #byLetters = new Map<string, Set<string>>();
  readonly #metTags = new Map<string, ReadonlySet<string>>();

  constructor(lexicon: TopicLexicon) {
    for (const { slug: topic } of lexicon.topics) {
      for (const { tokens } of meetableNames(lexicon.wordsOf(topic))) {
        const first = tokens[0]!;
        const letters = tokens.join("");
        this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { tokens, topic }]);
        this.#byLetters.set(letters, (this.#byLetters.get(letters) ?? new Set()).add(topic));
      }
    }
  }

  topicsOf({ tags, caption }: Pick<Post, "tags" | "caption">): ReadonlySet<string> {
    const topics = new Set<string>();
    for (const tag of tags) for (const topic of this.#topicsOfTag(tag)) topics.add(topic);
    if (caption !== null) this.#addSaid(tokensOf(caption), topics);
    return topics;
  }

  #topicsOfTag(tag: string): ReadonlySet<string> {
    const met = this.#metTags.get(tag);
    if (met) return met;
    const tokens = tokensOf(tag);
    const topics = new Set(this.#byLetters.get(tokens.join("")));
    this.#addSaid(tokens, topics);
    if (this.#metTags.size >= TAGS_MET_MAX) this.#metTags.clear();
    this.#metTags.set(tag, topics);
    return topics;
  }

  #addSaid(tokens: readonly string[], topics: Set<string>): void {
    for (let at = 0; at < tokens.length; at++) {
      for (const phrase of this.#byFirst.get(tokens[at]!) ?? [])
        if (phrase.tokens.every((token, i) => tokens[at + i] === token)) topics.add(phrase.topic);
    }
  }
}
