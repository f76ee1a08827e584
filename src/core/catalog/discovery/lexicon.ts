import type { TopicLexicon } from "#core/catalog/topic";
import { tokensOf } from "./tokens.ts";

/** Words of two languages that mean the same to a search. Chinese is Simplified; `zh-TW` only where Taiwan has another word. */
export interface Concept {
  readonly slug: string;
  /** The slug of the topic it belongs to (data/topics/topics.json). */
  readonly topic: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly "zh-TW"?: readonly string[] | undefined;
}

/** A run of tokens that is a word of the lexicon, or one token that is not. */
export interface Phrase {
  readonly tokens: readonly string[];
  readonly concept: Concept | null;
}

/** The concepts by their words, for searching; which topic a tag belongs to is the `TopicLexicon`'s to say. */
export class ConceptLexicon {
  readonly concepts: readonly Concept[];
  readonly topics: TopicLexicon;
  private readonly byKey = new Map<string, Concept>();
  private readonly longest: number;
  // In how many words of the lexicon a token stands: the fewer, the more it tells.
  private readonly wordsWith = new Map<string, number>();

  constructor(concepts: readonly Concept[], topics: TopicLexicon) {
    this.concepts = concepts;
    this.topics = topics;
    let longest = 1;
    for (const concept of concepts) {
      for (const tokens of tokenRuns(concept)) {
        longest = Math.max(longest, tokens.length);
        this.byKey.set(tokens.join(" "), concept);
        for (const token of tokens) this.wordsWith.set(token, (this.wordsWith.get(token) ?? 0) + 1);
      }
    }
    this.longest = longest;
  }

  conceptOf(word: string): Concept | null {
    return this.byKey.get(tokensOf(word).join(" ")) ?? null;
  }

  /** The topic a word belongs to, by the lexicon's row or by the topics' own words; null when neither knows it. */
  topicOf(word: string): string | null {
    return this.conceptOf(word)?.topic ?? this.topics.topicOf(word);
  }

  /** All words there are, of concepts and of topics. */
  words(): string[] {
    const ofConcepts = this.concepts.flatMap((concept) => wordsOf(concept));
    return [...ofConcepts, ...this.topics.topics.flatMap(({ slug }) => this.topics.wordsOf(slug))];
  }

  /** The most telling token of a word first: of "skin care routine" the one that fewest other words have. */
  tellingFirst(tokens: readonly string[]): string[] {
    return [...new Set(tokens)].sort(
      (a, b) => (this.wordsWith.get(a) ?? 0) - (this.wordsWith.get(b) ?? 0) || b.length - a.length,
    );
  }

  /**
   * A query as its words: the longest run of tokens that the lexicon knows, else the token alone. A bigram that only
   * bridges two words of an unbroken Chinese text (斯火 in 达拉斯火锅) is left out.
   */
  phrasesOf(text: string): Phrase[] {
    const tokens = tokensOf(text);
    const phrases: (Phrase & { at: number })[] = [];
    for (let at = 0; at < tokens.length; ) {
      const known = this.longestAt(tokens, at);
      phrases.push({ ...(known ?? { tokens: [tokens[at] ?? ""], concept: null }), at });
      at += known?.tokens.length ?? 1;
    }
    return phrases.filter((phrase, i) => phrase.concept || !bridges(phrase, phrases[i - 1], phrases[i + 1]));
  }

  private longestAt(tokens: readonly string[], at: number): Phrase | null {
    for (let size = Math.min(this.longest, tokens.length - at); size > 0; size--) {
      const run = tokens.slice(at, at + size);
      const concept = this.byKey.get(run.join(" "));
      if (concept) return { tokens: run, concept };
    }
    return null;
  }
}

/** Each word of a concept as its tokens. */
export function tokenRuns(concept: Concept): string[][] {
  return wordsOf(concept)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
}

// The languages in turn: where only the first are taken, both are among them.
function wordsOf({ en, zh, "zh-TW": taiwanese = [] }: Concept): string[] {
  const chinese = [...zh, ...taiwanese];
  return Array.from({ length: Math.max(en.length, chinese.length) }, (_, i) => [
    ...en.slice(i, i + 1),
    ...chinese.slice(i, i + 1),
  ]).flat();
}

function bridges(phrase: Phrase, before: Phrase | undefined, after: Phrase | undefined): boolean {
  const [token = ""] = phrase.tokens;
  if (!isBigram(token)) return false;
  const ends = before?.concept ? before.tokens.at(-1) : undefined;
  const starts = after?.concept ? after.tokens[0] : undefined;
  const [first] = token;
  const last = [...token].at(-1);
  return ends?.endsWith(first ?? "\0") || (starts?.startsWith(last ?? "\0") ?? false);
}

function isBigram(token: string): boolean {
  return [...token].length === 2 && /^[^\p{Script=Latin}\p{N}]/u.test(token);
}
