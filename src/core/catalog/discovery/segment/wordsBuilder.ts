import type { AccountWords } from "../facts/accountFacts.ts";
import { FIELD_WEIGHTS, FREQUENCY_MAX } from "../fieldWeights.ts";
import { tokensOf } from "../tokens.ts";
import type { Arena } from "./arena.ts";
import { bitmapOf } from "./bitmaps.ts";
import { growingU8, growingU32 } from "./growing.ts";
import type { WordsLayout } from "./layout.ts";
import { Vocabulary } from "./vocabulary.ts";

const LENGTH_MAX = 65_535;
const FIELDS = Object.keys(FIELD_WEIGHTS) as (keyof AccountWords)[];

/** The words of accounts: sorted, each with the rows that hold it and how often, weighted by field. */
export class WordsBuilder {
  private readonly vocabulary = new Vocabulary();
  private readonly rowStarts = growingU32();
  private readonly entryIds = growingU32();
  private readonly entryFrequencies = growingU8();
  private readonly lengths = growingU32();

  add(words: AccountWords): void {
    const counts = new Map<number, number>();
    let length = 0;
    for (const field of FIELDS) {
      if (words[field] === "") continue;
      const weight = FIELD_WEIGHTS[field];
      for (const token of tokensOf(words[field])) {
        const id = this.vocabulary.idOf(token);
        counts.set(id, (counts.get(id) ?? 0) + weight);
        length += weight;
      }
    }
    this.rowStarts.push(this.entryIds.length);
    this.lengths.push(Math.min(length, LENGTH_MAX));
    for (const [id, count] of counts) {
      this.entryIds.push(id);
      this.entryFrequencies.push(Math.min(count, FREQUENCY_MAX));
    }
  }

  finish(arena: Arena, words: number): WordsLayout {
    const { sorted, places } = this.sortWords();
    const lengths = new Uint16Array(words * 64);
    lengths.set(this.lengths.all);
    let lengthSum = 0;
    for (let row = 0; row < this.lengths.length; row++) lengthSum += this.lengths.at(row);
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
    // The default order of strings is that of their UTF-16 units, as `placeOfWord` compares them.
    const sorted = words.sort();
    const places = new Uint32Array(sorted.length);
    for (let place = 0; place < sorted.length; place++) places[this.vocabulary.idOf(sorted[place]!)] = place;
    return { sorted, places };
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
