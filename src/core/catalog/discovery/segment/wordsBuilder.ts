import type { AccountWords } from "../facts/accountFacts.ts";
import { FIELD_WEIGHTS, FREQUENCY_MAX, type SearchField } from "../fieldWeights.ts";
import { eachToken } from "../tokens.ts";
import type { Arena } from "./arena.ts";
import { bitmapOf } from "./bitmaps.ts";
import { type Growing, growingU8, growingU32 } from "./growing.ts";
import type { WordsLayout } from "./layout.ts";
import { Vocabulary } from "./vocabulary.ts";

const LENGTH_MAX = 65_535;
const KNOWN_TEXTS_MAX = 50_000;
const FIELDS = Object.keys(FIELD_WEIGHTS) as SearchField[];
/** Fields whose texts come again and again: a topic with its names in every language, a hashtag. */
const REPEATED: ReadonlySet<SearchField> = new Set<SearchField>(["topics", "hashtags"]);

/** The words of accounts: sorted, each with the rows that hold it and how often, weighted by field. */
export class WordsBuilder {
  private readonly vocabulary = new Vocabulary();
  private readonly rowStarts = growingU32();
  private readonly entryIds = growingU32();
  private readonly entryFrequencies = growingU8();
  private readonly lengths = growingU32();
  private lastEntries = new Int32Array(2 ** 16).fill(-1);
  private readonly inText = growingU32();
  private readonly knownTexts = new Map<string, Growing<Uint32Array>>();

  add(words: AccountWords): void {
    const start = this.entryIds.length;
    let length = 0;
    for (const field of FIELDS) {
      const weight = FIELD_WEIGHTS[field];
      for (const text of words[field]) {
        const said = REPEATED.has(field) ? this.wordsOfKnown(text) : this.cut(text, this.inText);
        const ids = said.room(0);
        for (let place = 0; place < said.length; place++) this.count(ids[place]!, weight, start);
        length += weight * said.length;
      }
    }
    this.rowStarts.room(1)[this.rowStarts.length++] = start;
    this.lengths.room(1)[this.lengths.length++] = Math.min(length, LENGTH_MAX);
  }

  /** Numbers of the words of a text, in order. */
  private cut(text: string, into: Growing<Uint32Array>): Growing<Uint32Array> {
    into.length = 0;
    eachToken(text, (units, length) => {
      into.room(1)[into.length++] = this.vocabulary.idOf(units, length);
    });
    return into;
  }

  private wordsOfKnown(text: string): Growing<Uint32Array> {
    const known = this.knownTexts.get(text);
    if (known) return known;
    if (this.knownTexts.size >= KNOWN_TEXTS_MAX) this.knownTexts.clear();
    const said = this.cut(text, growingU32());
    this.knownTexts.set(text, said);
    return said;
  }

  /** Counts a word of the row whose entries begin at `start`; a word's last entry lies behind it where it was met before. */
  private count(id: number, weight: number, start: number): void {
    // Words are counted in the order in which they got their numbers: the next is never further than one ahead.
    if (id >= this.lastEntries.length) {
      const larger = new Int32Array(this.lastEntries.length * 2).fill(-1);
      larger.set(this.lastEntries);
      this.lastEntries = larger;
    }
    const known = this.lastEntries[id]!;
    const frequencies = this.entryFrequencies.room(1);
    if (known >= start) {
      frequencies[known] = Math.min(frequencies[known]! + weight, FREQUENCY_MAX);
      return;
    }
    this.lastEntries[id] = this.entryIds.length;
    this.entryIds.room(1)[this.entryIds.length++] = id;
    frequencies[this.entryFrequencies.length++] = Math.min(weight, FREQUENCY_MAX);
  }

  finish(arena: Arena, words: number): WordsLayout {
    const { sorted, places } = this.sortWords();
    const lengths = new Uint16Array(words * 64);
    lengths.set(this.lengths.all);
    let lengthSum = 0;
    for (const length of this.lengths.all) lengthSum += length;
    return {
      count: sorted.length,
      ...this.putLetters(arena, sorted),
      ...this.putRows(arena, places, words),
      lengths: arena.put(lengths),
      lengthSum,
    };
  }

  private sortWords(): { sorted: string[]; places: Uint32Array } {
    const words = Array.from({ length: this.vocabulary.size }, (_, id) => this.vocabulary.wordOf(id));
    // As `placeOfWord` compares words, by their UTF-16 units.
    const ids = Uint32Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
    const places = new Uint32Array(ids.length);
    for (let place = 0; place < ids.length; place++) places[ids[place]!] = place;
    return { sorted: Array.from(ids, (id) => words[id]!), places };
  }

  private putLetters(arena: Arena, sorted: readonly string[]): { starts: number; letters: number } {
    const starts = new Uint32Array(sorted.length + 1);
    for (let word = 0; word < sorted.length; word++) starts[word + 1] = starts[word]! + sorted[word]!.length;
    const letters = new Uint16Array(starts[sorted.length]!);
    for (let word = 0, at = 0; word < sorted.length; word++) {
      const text = sorted[word]!;
      for (let letter = 0; letter < text.length; letter++) letters[at++] = text.charCodeAt(letter);
    }
    return { starts: arena.put(starts), letters: arena.put(letters) };
  }

  private putRows(
    arena: Arena,
    places: Uint32Array,
    words: number,
  ): Pick<WordsLayout, "offsets" | "rows" | "frequencies" | "bits"> {
    const [ids, entryFrequencies, starts] = [
      ...[this.entryIds.all, this.entryFrequencies.all, this.rowStarts.all],
    ] as const;
    const offsets = new Uint32Array(places.length + 1);
    for (let entry = 0; entry < ids.length; entry++) offsets[places[ids[entry]!]! + 1]!++;
    for (let word = 0; word < places.length; word++) offsets[word + 1]! += offsets[word]!;
    const next = offsets.slice(0, places.length);
    const rowsAt = arena.take(ids.length * 4);
    const frequenciesAt = arena.take(ids.length);
    const rows = new Uint32Array(arena.memory.buffer, rowsAt, ids.length);
    const frequencies = new Uint8Array(arena.memory.buffer, frequenciesAt, ids.length);
    for (let row = 0; row < starts.length; row++) {
      for (let entry = starts[row]!, end = starts[row + 1] ?? ids.length; entry < end; entry++) {
        const at = next[places[ids[entry]!]!]!++;
        rows[at] = row;
        frequencies[at] = entryFrequencies[entry]!;
      }
    }
    const bits = new Map<number, number>();
    for (let word = 0; word < places.length; word++) {
      const length = offsets[word + 1]! - offsets[word]!;
      if (length * ROWS_TO_ONE_BIT >= words * 64 && length > BITS_FROM)
        bits.set(word, bitmapOf(arena, rows.slice(offsets[word], offsets[word + 1]), words));
    }
    return { offsets: arena.put(offsets), rows: rowsAt, frequencies: frequenciesAt, bits };
  }
}

// From one row in so many on, a bitmap is no larger than the list of rows and faster to unite.
const ROWS_TO_ONE_BIT = 32;
/** In a small segment every list is short. */
const BITS_FROM = 4096;
