import { tokensOf } from "./discovery/tokens.ts";

/** A name or word as the tokens it is met by. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly joined: string;
}

/**
 * The phrases of names that can be told inside a text. A lone character cannot: 茶 stands in 山茶, and one letter in
 * anything.
 */
export function phrasesOf(names: readonly string[]): Phrase[] {
  return names.flatMap((text) => {
    const tokens = tokensOf(text);
    const joined = tokens.join("");
    return [...joined].length < 2 ? [] : [{ text, tokens, joined }];
  });
}

/** Whether a text's tokens hold a phrase: whole words in their order, of Chinese the characters in a row. */
export function holdsPhrase(tokens: readonly string[], phrase: Phrase): boolean {
  const [first] = phrase.tokens;
  const last = tokens.length - phrase.tokens.length;
  for (let at = 0; at <= last; at++)
    if (tokens[at] === first && phrase.tokens.every((token, i) => tokens[at + i] === token)) return true;
  return false;
}

/** The same for a hashtag, which is written without blanks: #moonandrye and #MoonAndRye say "Moon and Rye". */
export function tagHoldsPhrase(tagTokens: readonly string[], phrase: Phrase): boolean {
  return tagTokens.join("") === phrase.joined || holdsPhrase(tagTokens, phrase);
}
