import type { QueryGroup, QueryTerm } from "./queryGroups.ts";
import { tokensOf } from "./tokens.ts";

/** A word of a search with what was looked for in its place, each as people write it. */
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
