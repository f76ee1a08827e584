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
  const tokens: string[] = [];
  eachToken(text, (units, length) => tokens.push(tokenOf(units, length)));
  return tokens;
}

// Most words were met a moment ago: finding the string again costs a fifth of making one. Each slot holds the last.
const MET: string[] = new Array(2 ** 14).fill("");

function tokenOf(units: Uint16Array, length: number): string {
  let hash = length;
  for (let place = 0; place < length; place++) hash = Math.imul(hash ^ units[place]!, 0x01000193);
  const slot = (hash ^ (hash >>> 14)) & (MET.length - 1);
  const met = MET[slot]!;
  if (isToken(met, units, length)) return met;
  const made = String.fromCharCode(...units.subarray(0, length));
  MET[slot] = made;
  return made;
}

function isToken(text: string, units: Uint16Array, length: number): boolean {
  if (text.length !== length) return false;
  for (let place = 0; place < length; place++) if (text.charCodeAt(place) !== units[place]) return false;
  return true;
}

/** Takes the first so many UTF-16 units, which the next token of any text writes over. */
export type TakeToken = (units: Uint16Array, length: number) => void;

/** The same tokens without a string for each: who counts the words of a million texts needs none. */
export function eachToken(text: string, take: TakeToken): void {
  scan((isPlain(text) ? text : foldText(text.replace(PICTURES, " "))).toLowerCase(), take);
}

// Most texts hold nothing that folding would change: ASCII, the letters of Western Europe, middle dots, plain Chinese.
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0xc0 && unit <= 0xff) || unit === 0xb7)
      continue;
    return false;
  }
  return true;
}

function scan(text: string, take: TakeToken): void {
  const word = new Word(take);
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
      if (last !== 0) {
        word.add(last);
        word.add(plain);
      }
      word.end();
      paired = last !== 0;
      last = plain;
      continue;
    }
    if (last !== 0) {
      if (!paired) {
        word.add(last);
        word.end();
      }
      last = 0;
    }
    if (kind === WORD) word.addLetters(plainOf(point));
    else if (word.length > 0) {
      if (belongsToWord(text, at, word)) word.add(point);
      else word.end();
    }
  }
  if (last !== 0 && !paired) word.add(last);
  word.end();
}

// One for all words: making an array for each text costs as much as reading the text.
const UNITS = new Uint16Array(TOKEN_LENGTH_MAX + 1);

class Word {
  readonly units = UNITS;
  length = 0;
  private readonly take: TakeToken;

  constructor(take: TakeToken) {
    this.take = take;
  }

  add(point: number): void {
    if (this.length >= TOKEN_LENGTH_MAX) return;
    if (point > 0xffff) {
      this.units[this.length++] = 0xd800 + ((point - 0x10000) >> 10);
      this.units[this.length++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    } else this.units[this.length++] = point;
  }

  addLetters(plain: number | string): void {
    if (typeof plain === "number") this.add(plain);
    else for (const letter of plain) this.add(letter.codePointAt(0) ?? 0);
  }

  end(): void {
    if (this.length > 0) this.take(this.units, this.length);
    this.length = 0;
  }
}

// "c++", "f#", "r&b", "h&m", "at&t" are words; the signs of "#a #b", "food&travel" and "disney+" are not part of one.
function belongsToWord(text: string, at: number, word: Word): boolean {
  const sign = text.charCodeAt(at);
  if (sign === PLUS) return word.length === 1 || (word.length === 2 && word.units[1] === PLUS);
  if (sign === HASH) return word.length === 1 && !isLetter(text, at + 1);
  if (sign !== AND || word.length > 2 || !isLetter(text, at + 1)) return false;
  return !(isLetter(text, at + 2) && isLetter(text, at + 3));
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && kindOf(text.charCodeAt(at)) === WORD;
}
