import { SIMPLIFIED } from "./simplified.ts";

/** What a character does to a token: ends it, adds to a word, adds to a run of bigrams, or is passed over. */
export const ENDS = 1;
export const WORD = 2;
export const BIGRAM = 3;
export const PASSED_OVER = 4;

// Scripts written without blanks between words.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
// Marks without which a reader still knows the word: accents, stress, vowel points.
const MARK = /[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/u;
const ACCENTED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}]/u;
const APOSTROPHES = "'’‘ʼ`";
const TATWEEL = "\u0640";

// Letters that no decomposition takes apart; the Arabic ones after Lucene's ArabicNormalizer.
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ŋ: "n",
  ς: "σ",
  ё: "е",
  ى: "ي",
  ة: "ه",
};

// One entry for each UTF-16 unit, filled when it is first met: no text pays for a regular expression a letter.
const KIND = new Uint8Array(0x10000);
const POINT = new Uint16Array(0x10000);
const SEVERAL = 0xffff;

/** What a code point of a folded, lower-case text does: ENDS, WORD, BIGRAM or PASSED_OVER. */
export function kindOf(point: number): number {
  if (point > 0xffff) return kindOfLetter(String.fromCodePoint(point));
  return KIND[point] || learn(point);
}

/** The code point it is compared as, without accent and Simplified; letters where it becomes several, as ß does. */
export function plainOf(point: number): number | string {
  if (point > 0xffff) return pointsOf(plainLetter(String.fromCodePoint(point)));
  if (KIND[point] === 0) learn(point);
  const plain = POINT[point];
  return plain === undefined || plain === SEVERAL ? pointsOf(plainLetter(String.fromCharCode(point))) : plain;
}

function learn(point: number): number {
  const letter = String.fromCharCode(point);
  const plain = pointsOf(plainLetter(letter));
  POINT[point] = typeof plain === "number" && plain < SEVERAL ? plain : SEVERAL;
  const kind = kindOfLetter(letter);
  KIND[point] = kind;
  return kind;
}

function pointsOf(letters: string): number | string {
  const point = letters.codePointAt(0) ?? 0;
  return letters.length === (point > 0xffff ? 2 : 1) ? point : letters;
}

function plainLetter(letter: string): string {
  const known = PLAIN[letter] ?? SIMPLIFIED.get(letter);
  if (known !== undefined) return known;
  if (!ACCENTED.test(letter)) return letter;
  const base = letter.normalize("NFD").replace(/\p{M}/gu, "");
  return PLAIN[base] ?? (base || letter);
}

function kindOfLetter(letter: string): number {
  if (APOSTROPHES.includes(letter) || letter === TATWEEL) return PASSED_OVER;
  if (/^\p{M}/u.test(letter) && MARK.test(letter)) return PASSED_OVER;
  if (!LETTER.test(letter)) return ENDS;
  return UNSPACED.test(letter) ? BIGRAM : WORD;
}
