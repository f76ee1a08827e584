import type { AudienceDimension } from "#core/catalog/creator";
import type { Category, Keyed, NumberName } from "../figures.ts";
import type { PlanesLayout } from "./planes.ts";
import type { SketchLayout } from "./sketch.ts";

// Where everything lies in a segment's memory: plain data, so that every thread can be handed it. Addresses are bytes; 0 is
// "not there". Rows stand in the order of their account ids and are padded to whole pairs of 64-bit words.

/** One word of a category or a keyed figure: the sorted rows that have it, as a list, and as bits where they are many. */
export interface RowsOfKey {
  readonly length: number;
  /** Uint32 */
  readonly rows: number;
  readonly bits: number;
  /** Float64 beside `rows`; NaN is unknown. */
  readonly values: number;
}

export interface CategoryLayout extends PlanesLayout {
  /** By code; code 0 is unknown. */
  readonly keys: readonly string[];
  readonly codes: number;
  /** Of a code: Uint8 or Uint32 a row. */
  readonly codeBytes: 1 | 4;
}

/** Planes hold the band: 0 is unknown. */
export interface NumberLayout extends PlanesLayout {
  /** Float64 or Int32 a row. */
  readonly column: number;
  readonly sketch: SketchLayout;
  /** The band that all values of a code of the sketch lie in. */
  readonly bandOf: readonly number[];
}

export interface KeyedLayout {
  readonly keys: readonly string[];
  readonly rowsOf: readonly RowsOfKey[];
  /** Rows that have any key at all. */
  readonly anyBits: number;
  /** Uint32, rows + 1, into `codes`; 0 where the lists are short enough to be looked through. */
  readonly offsets: number;
  readonly codes: number;
  readonly entries: number;
}

/** Who states a key, and its share in basis points (Int16, negative for "at most"). */
export interface SharesOfKey {
  readonly length: number;
  /** Uint32, ascending; 0 where a value stands for every row, UNLISTED for those that do not state it. */
  readonly rows: number;
  readonly values: number;
}

export interface AudienceLayout {
  readonly keys: readonly string[];
  readonly lists: readonly SharesOfKey[];
  /** Uint16 a row: what the list leaves over; 10,000 without a list. */
  readonly rest: number;
  /** Uint16 a row: the most that an unlisted key can hold; 0: no list is cut off after its largest. */
  readonly cap: number;
}

export interface WordsLayout {
  /** Sorted by their UTF-16 units. */
  readonly count: number;
  /** Uint32, count + 1, into `letters` (Uint16). */
  readonly starts: number;
  readonly letters: number;
  /** Uint32, count + 1, into `rows` (Uint32) and `frequencies` (Uint8). */
  readonly offsets: number;
  readonly rows: number;
  readonly frequencies: number;
  /** The rows of common words also as bitmaps, by the word's place. */
  readonly bits: ReadonlyMap<number, number>;
  /** Uint16 a row: weighted words. */
  readonly lengths: number;
  readonly lengthSum: number;
}

export interface SegmentLayout {
  readonly memory: WebAssembly.Memory;
  readonly rows: number;
  /** 64-bit words of a bitmap. */
  readonly words: number;
  /** 16 bytes a row, ascending. */
  readonly accountIds: number;
  readonly numbers: Readonly<Record<NumberName, NumberLayout>>;
  readonly categories: Readonly<Record<Category, CategoryLayout>>;
  readonly keyed: Readonly<Record<Keyed, KeyedLayout>>;
  readonly audience: Readonly<Partial<Record<AudienceDimension, AudienceLayout>>>;
  readonly text: WordsLayout;
  /** A thread's own room for its intermediate results. */
  readonly scratch: readonly { readonly from: number; readonly bytes: number }[];
  readonly bytes: number;
}
