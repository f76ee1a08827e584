import { foldText } from "#core/catalog/foldText";
import { BIGRAM, kindOf, PASSED_OVER, plainOf, WORD } from "./letters.ts";

/** In UTF-16 units. Longer words are cut: nobody types them, and a wall of letters must not become a key of the index. */
export const TOKEN_LENGTH_MAX = 40;

// Pictures that folding would turn into letters: ™ would end "Nike™" in "tm", a keycap would be a digit.
const PICTURES = /[0-9#*]\ufe0f?\u20e3|[\u2120\u2122\u2139\u24c2\u3297\u3299\u{1f100}-\u{1f2ff}]/gu;
const AND = 0x26;
const PLUS = 0x2b;
const HASH = 0x23;

/**
 * The tokens of a text, in order, repeated as often as they stand: one rule for what is indexed and what is asked.
 * Words of spaced scripts in lower case without accents ("#SkinCare" → skincare, "R&B" → r&b, "C++" → c++); bigrams of
 * runs of Chinese, Japanese, Korean and Thai, Chinese as Simplified (葡萄酒 → 葡萄, 萄酒), a lone character as itself.
 * Linear in the text's length; emoji and punctuation give nothing.
 */
export function tokensOf(text: string): string[] {
  return scan(foldText(text.replace(PICTURES, " ")).toLowerCase());
}

function scan(text: string): string[] {
  const tokens: string[] = [];
  const word: number[] = [];
  // The last character of a run of bigrams, and whether it already stands in one; 0 outside a run.
  let last = 0;
  let paired = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const point = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
    if (point > 0xffff) at++;
    const kind = kindOf(point);
    if (kind === PASSED_OVER) continue;
    if (kind === BIGRAM) {
      const plain = plainOf(point) as number;
      if (last !== 0) tokens.push(String.fromCodePoint(last, plain));
      else if (word.length > 0) endWord(word, tokens);
      paired = last !== 0;
      last = plain;
      continue;
    }
    if (last !== 0) {
      if (!paired) tokens.push(String.fromCodePoint(last));
      last = 0;
    }
    if (kind === WORD) addLetter(word, plainOf(point));
    else if (word.length > 0) {
      if (belongsToWord(text, at, word)) word.push(point);
      else endWord(word, tokens);
    }
  }
  if (last !== 0 && !paired) tokens.push(String.fromCodePoint(last));
  if (word.length > 0) endWord(word, tokens);
  return tokens;
}

function addLetter(word: number[], plain: number | string): void {
  if (word.length >= TOKEN_LENGTH_MAX) return;
  if (typeof plain === "number") word.push(plain);
  else for (const letter of plain) word.push(letter.codePointAt(0) ?? 0);
}

function endWord(word: number[], tokens: string[]): void {
  tokens.push(String.fromCodePoint(...word));
  word.length = 0;
}

// "c++", "f#", "r&b", "h&m", "at&t" are words; the signs of "#a #b", "food&travel" and "disney+" are not part of one.
function belongsToWord(text: string, at: number, word: readonly number[]): boolean {
  const sign = text.charCodeAt(at);
  if (sign === PLUS) return word.length === 1 || (word.length === 2 && word[1] === PLUS);
  if (sign === HASH) return word.length === 1 && !isLetter(text, at + 1);
  if (sign !== AND || word.length > 2 || !isLetter(text, at + 1)) return false;
  return !(isLetter(text, at + 2) && isLetter(text, at + 3));
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && kindOf(text.charCodeAt(at)) === WORD;
}
