import type { QueryGroup, QueryTerm } from "./queryGroups.ts";
import { type TokenisedWord, tellingWords } from "./tellingWords.ts";
import { tokensOf } from "./tokens.ts";

/**
 * A word of a search with what was looked for in its place, each as people write it. Of a search for the alike of creators
 * `word` and `said` are empty, and the others are what tells these creators from everybody else.
 */
export interface SaidGroup extends QueryGroup {
  readonly said: string;
  readonly others: readonly string[];
}

/** How words are written that a search keeps as tokens in no order. */
export class WrittenWords {
  private readonly byTokens = new Map<string, string>();

  /** Of two words of the same tokens the first is taken. */
  constructor(words: readonly string[]) {
    for (const word of words) {
      const key = keyOf(tokensOf(word));
      if (!this.byTokens.has(key)) this.byTokens.set(key, word);
    }
  }

  /** What stood for a word, each once; the joined form of a phrase (redwine) is no other word. */
  sayGroup(group: QueryGroup): SaidGroup {
    const others = group.terms
      .filter(({ via }) => via === "lexicon" || via === "learned")
      .map((term) => this.writtenOf(term));
    const joined = new Set(
      others.filter((word) => word.includes(" ")).map((word) => word.replaceAll(" ", "")),
    );
    return {
      ...group,
      said: chain(group.word.split(" ")) ?? group.word,
      others: [...new Set(others.filter((word) => !joined.has(word)))],
    };
  }

  /** What was looked for to find the alike of creators; `hashtags` are theirs, and words to the reader like the lexicon's. */
  sayAlike(group: QueryGroup, hashtags: readonly string[]): SaidGroup {
    return { ...group, said: "", others: tellingWords(group.terms, this.knownWords(hashtags)) };
  }

  private *knownWords(hashtags: readonly string[]): Generator<TokenisedWord> {
    for (const written of new Set(hashtags)) yield { written, tokens: tokensOf(written) };
    // Two words of a spaced script that stand in a text need not have stood together: such a phrase is not said.
    for (const [key, written] of this.byTokens)
      if (!written.includes(" ")) yield { written, tokens: key.split(" ") };
  }

  private writtenOf({ token, also }: QueryTerm): string {
    const tokens = [...also, token];
    return this.byTokens.get(keyOf(tokens)) ?? chain(tokens) ?? tokens.join(" ");
  }
}

const keyOf = (tokens: readonly string[]) => [...tokens].sort().join(" ");

/** The word whose pairs of characters these are (葡萄, 萄酒: 葡萄酒); null: they make no one word. */
function chain(parts: readonly string[]): string | null {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  if (!parts.every((part) => /^\p{Script=Han}{2}$/u.test(part))) return null;
  const rest = [...parts];
  const first = rest.findIndex((part) => !rest.some((other) => other !== part && other[1] === part[0]));
  let word = rest.splice(Math.max(0, first), 1)[0] ?? "";
  while (rest.length > 0) {
    const next = rest.findIndex((part) => part[0] === word.at(-1));
    if (next < 0) return null;
    word += rest.splice(next, 1)[0]?.[1] ?? "";
  }
  return word;
}
