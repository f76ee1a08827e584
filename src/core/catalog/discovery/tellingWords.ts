import { BIGRAM, kindOf } from "./letters.ts";
import type { QueryTerm } from "./queryGroups.ts";

/** A word as it is written, and as the index has it. */
export interface TokenisedWord {
  readonly written: string;
  readonly tokens: readonly string[];
}

/** Against the most telling word: what says less is "and". */
const WEIGHT_LEAST = 0.2;

/**
 * The words that tell creators from others, the most telling first. The index knows unbroken scripts by pairs of
 * characters, of which many only bridge two words (酒品 in 红酒品鉴): such a pair is said as the known word that it
 * belongs to, the longest first, and is left out where it belongs to none. When there are no other words, pairs are said.
 */
export function tellingWords(terms: readonly QueryTerm[], known: Iterable<TokenisedWord>): string[] {
  const weights = new Map(
    terms.filter(({ via }) => via === "exact").map(({ token, weight }) => [token, weight]),
  );
  const said = new Set<string>();
  const words: { written: string; weight: number }[] = [];
  for (const { written, tokens } of wholeWords(weights, known)) {
    if (tokens.every((token) => said.has(token))) continue;
    for (const token of tokens) said.add(token);
    words.push({ written, weight: meanWeight(tokens, weights) });
  }
  for (const [token, weight] of weights)
    if (!said.has(token) && !isPair(token)) words.push({ written: token, weight });
  if (words.length === 0) words.push(...[...weights].map(([written, weight]) => ({ written, weight })));
  return words
    .filter(({ weight }) => weight >= WEIGHT_LEAST)
    .sort((a, b) => b.weight - a.weight)
    .map(({ written }) => written);
}

/** Known words that are made of telling tokens alone, the longest first. */
function wholeWords(
  weights: ReadonlyMap<string, number>,
  known: Iterable<TokenisedWord>,
): readonly TokenisedWord[] {
  return [...known]
    .filter(({ tokens }) => tokens.length > 0 && tokens.every((token) => weights.has(token)))
    .sort((a, b) => b.tokens.length - a.tokens.length);
}

function meanWeight(tokens: readonly string[], weights: ReadonlyMap<string, number>): number {
  return tokens.reduce((sum, token) => sum + (weights.get(token) ?? 0), 0) / tokens.length;
}

/** Of an unspaced script: two characters, or a lone one. */
function isPair(token: string): boolean {
  return kindOf(token.codePointAt(0) ?? 0) === BIGRAM;
}
