import type { AccountWords } from "../facts.ts";
import { FIELD_WEIGHTS, FREQUENCY_MAX } from "../fieldWeights.ts";
import { tokensOf } from "../tokens.ts";
import type { Arena } from "./arena.ts";
import { growingU8, growingU32 } from "./growing.ts";
import type { WordsLayout } from "./layout.ts";

const LENGTH_MAX = 65_535;
const FIELDS = Object.keys(FIELD_WEIGHTS) as (keyof AccountWords)[];

/** The words of accounts: sorted, each with the rows that hold it and how often, weighted by field. */
export class WordsBuilder {
  private readonly ids = new Map<string, number>();
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
        const id = this.idOf(token);
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
    for (const length of this.lengths.all) lengthSum += length;
    return {
      count: sorted.length,
      ...this.putLetters(arena, sorted),
      ...this.putRows(arena, places),
      lengths: arena.put(lengths),
      lengthSum,
    };
  }

  private idOf(token: string): number {
    const known = this.ids.get(token);
    if (known !== undefined) return known;
    this.ids.set(token, this.ids.size);
    return this.ids.size - 1;
  }

  private sortWords(): { sorted: string[]; places: Uint32Array } {
    // The default order of strings is that of their UTF-16 units, as `placeOfWord` compares them.
    const sorted = [...this.ids.keys()].sort();
    const places = new Uint32Array(sorted.length);
    for (let place = 0; place < sorted.length; place++) places[this.ids.get(sorted[place]!)!] = place;
    this.ids.clear();
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

  private putRows(arena: Arena, places: Uint32Array): { offsets: number; rows: number; frequencies: number } {
    const ids = this.entryIds.all;
    const offsets = new Uint32Array(places.length + 1);
    for (const id of ids) offsets[places[id]! + 1]!++;
    for (let word = 0; word < places.length; word++) offsets[word + 1]! += offsets[word]!;
    const next = offsets.slice(0, places.length);
    const rowsAt = arena.take(ids.length * 4);
    const frequenciesAt = arena.take(ids.length);
    const rows = new Uint32Array(arena.memory.buffer, rowsAt, ids.length);
    const frequencies = new Uint8Array(arena.memory.buffer, frequenciesAt, ids.length);
    const starts = this.rowStarts.all;
    for (let row = 0; row < starts.length; row++) {
      for (let entry = starts[row]!, end = starts[row + 1] ?? ids.length; entry < end; entry++) {
        const at = next[places[ids[entry]!]!]!++;
        rows[at] = row;
        frequencies[at] = this.entryFrequencies.all[entry]!;
      }
    }
    return { offsets: arena.put(offsets), rows: rowsAt, frequencies: frequenciesAt };
  }
}
