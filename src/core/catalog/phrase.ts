import { tokensOf } from "./discovery/tokens.ts";

interface Phrase {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** Names with their tokens, without those of one character: 茶 stands in 山茶, and one letter in anything. */
export function meetableNames(names: readonly string[]): Phrase[] {
  return names
    .map((text) => ({ text, tokens: tokensOf(text) }))
    .filter(({ tokens }) => [...tokens.join("")].length >= 2);
}

/**
 * Names or words, to be met in texts that were split into tokens: whole words in their order, of Chinese the characters
 * in a row. A name of one character cannot be told, and is left out.
 */
export class PhraseSet {
  /** By first token, so that a text is read once however many names there are. */
  readonly #byFirst = new Map<string, Phrase[]>();
  readonly #byLetters = new Map<string, Phrase>();

  constructor(names: readonly string[]) {
    for (const phrase of meetableNames(names)) {
      const first = phrase.tokens[0]!;
      const letters = phrase.tokens.join("");
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), phrase]);
      if (!this.#byLetters.has(letters)) this.#byLetters.set(letters, phrase);
    }
  }

  get size(): number {
    return this.#byLetters.size;
  }

  /** The name that stands first in a text; null: none does. */
  in(tokens: readonly string[]): string | null {
    for (let at = 0; at < tokens.length; at++) {
      const found = this.#byFirst
        .get(tokens[at] ?? "")
        ?.find((phrase) => phrase.tokens.every((token, i) => tokens[at + i] === token));
      if (found) return found.text;
    }
    return null;
  }

  /** The same for a hashtag, which is written without blanks: #moonandrye and #MoonAndRye say "Moon and Rye". */
  inTag(tokens: readonly string[]): string | null {
    return this.#byLetters.get(tokens.join(""))?.text ?? this.in(tokens);
  }
}
