import type { SegmentLayout } from "./layout.ts";

/** The first place in the segment's sorted words whose word is not below this one. */
export function placeOfWord({ memory, text }: SegmentLayout, word: string): number {
  const starts = new Uint32Array(memory.buffer, text.starts, text.count + 1);
  const letters = new Uint16Array(memory.buffer, text.letters, starts[text.count]!);
  let from = 0;
  let to = text.count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compare(letters, starts[middle]!, starts[middle + 1]!, word) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The places [from, to) of the words that begin with this one, the word itself first. */
export function placesOfPrefix(layout: SegmentLayout, prefix: string): readonly [number, number] {
  // No word holds U+FFFF: it is no character.
  return [placeOfWord(layout, prefix), placeOfWord(layout, `${prefix}\uffff`)];
}

/** Addresses of a word's rows, how often each says it, and their bitmap where there is one, else 0. */
export interface RowsOfWord {
  readonly rows: number;
  readonly frequencies: number;
  readonly bits: number;
  readonly length: number;
}

/** Null where no account says the word. */
export function rowsOfWord(layout: SegmentLayout, word: string): RowsOfWord | null {
  const place = placeOfWord(layout, word);
  const { text, memory } = layout;
  if (place === text.count) return null;
  const starts = new Uint32Array(memory.buffer, text.starts, text.count + 1);
  const letters = new Uint16Array(memory.buffer, text.letters, starts[text.count]!);
  if (compare(letters, starts[place]!, starts[place + 1]!, word) !== 0) return null;
  return rowsOfPlace(layout, place);
}

export function rowsOfPlace({ text, memory }: SegmentLayout, place: number): RowsOfWord {
  const [from = 0, to = 0] = new Uint32Array(memory.buffer, text.offsets + place * 4, 2);
  const bits = text.bits.get(place) ?? 0;
  return { rows: text.rows + from * 4, frequencies: text.frequencies + from, bits, length: to - from };
}

export function wordAt({ memory, text }: SegmentLayout, place: number): string {
  const [from = 0, to = 0] = new Uint32Array(memory.buffer, text.starts + place * 4, 2);
  return String.fromCharCode(...new Uint16Array(memory.buffer, text.letters + from * 2, to - from));
}

function compare(letters: Uint16Array, from: number, to: number, word: string): number {
  const shared = Math.min(to - from, word.length);
  for (let letter = 0; letter < shared; letter++) {
    const difference = letters[from + letter]! - word.charCodeAt(letter);
    if (difference !== 0) return difference;
  }
  return to - from - word.length;
}
