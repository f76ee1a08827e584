import {
  CATEGORIES,
  type Category,
  KEYED,
  type Keyed,
  NUMBER_NAMES,
  NUMBERS,
  type NumberName,
} from "../figures.ts";
import type { KeyedLayout } from "../segment/layout.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { COUNTED_CODES_MAX, COUNTED_PLANES_MAX } from "../segment/planes.ts";
import type { Coded } from "./evaluateCategory.ts";

export type FacetName = Category | Keyed | NumberName;

/** How many accounts have which word of a facet (numbers: band b by its place, 0 unknown); `unknown` have none. */
export interface FacetCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly unknown: number;
}

/** A category with its codes also row by row (Uint32); 0: its planes are few enough to be counted. */
export interface CodedRows extends Coded {
  readonly codes: number;
}

/** A bitmap to count in, and how many rows it holds. */
export interface Base {
  readonly bits: number;
  readonly count: number;
}

// About what one step costs, in nanoseconds, in a large index: a word of two bitmaps, which come in order; a row of a sorted
// list; a row of matches; and a line of memory that has to be fetched for it. Only which way is taken depends on them.
const WORD_NS = 1;
const LISTED_NS = 1.5;
const PLANES_WORD_NS = 8;
const ROW_NS = 2;
const LINE_NS = 12;
/** Rows whose codes share a line of 64 bytes. */
const ROWS_A_LINE = 16;

function costOfRows(count: number, rows: number): number {
  return count * ROW_NS + Math.min(count, rows / ROWS_A_LINE) * LINE_NS;
}

/** Counts all facets, each among the rows of its own base: those that meet every condition but the facet's own. */
export function countFacets(
  segment: OpenSegment,
  baseOf: (facet: FacetName) => Base,
  tiers: CodedRows,
): ReadonlyMap<FacetName, FacetCounts> {
  const found = new Map<FacetName, FacetCounts>();
  const { layout, scratch } = segment;
  const count = (name: FacetName, work: (base: Base) => FacetCounts) =>
    found.set(
      name,
      scratch.within(() => work(baseOf(name))),
    );
  for (const name of CATEGORIES)
    count(name, (base) => countCategory(segment, name === "tier" ? tiers : layout.categories[name], base));
  for (const name of KEYED)
    if (name !== "topicSpan") count(name, (base) => countKeyed(segment, layout.keyed[name], base));
  for (const name of NUMBER_NAMES)
    if (NUMBERS[name].bands.length > 0) count(name, (base) => countBands(segment, name, base));
  return found;
}

function countCategory(
  { layout, kernels, scratch }: OpenSegment,
  { keys, codes, planes, count }: CodedRows,
  base: Base,
): FacetCounts {
  const at = scratch.take(Math.max(keys.length, COUNTED_CODES_MAX) * 4);
  if (count <= COUNTED_PLANES_MAX) kernels.countPlanes(base.bits, layout.words, planes, count, at);
  else {
    const spare = scratch.take(keys.length * 4);
    for (const table of [at, spare]) kernels.fill(table, 0, keys.length * 4);
    kernels.countCodes(base.bits, layout.words, codes, keys.length, at, spare);
  }
  const counts = new Uint32Array(scratch.buffer, at, keys.length);
  return { counts: named(keys, counts, 1), unknown: counts[0] ?? 0 };
}

function countKeyed(
  { layout, kernels, scratch }: OpenSegment,
  { keys, rowsOf, anyBits, offsets, codes, entries }: KeyedLayout,
  base: Base,
): FacetCounts {
  const { words, rows } = layout;
  const unknown = base.count - kernels.popcountAnd(base.bits, anyBits, words);
  const costOfLists = rowsOf.reduce(
    (sum, { bits, length }) => sum + (bits === 0 ? length * LISTED_NS : words * WORD_NS),
    0,
  );
  let counts: ArrayLike<number>;
  if (
    offsets !== 0 &&
    costOfRows(base.count, rows) + (base.count / Math.max(1, rows)) * entries * LISTED_NS < costOfLists
  ) {
    const at = scratch.take(keys.length * 4);
    kernels.fill(at, 0, keys.length * 4);
    kernels.countManyCodes(base.bits, words, offsets, codes, at);
    counts = new Uint32Array(scratch.buffer, at, keys.length);
  } else
    counts = rowsOf.map(({ bits, rows: list, length }) =>
      bits === 0 ? kernels.countRows(list, length, base.bits) : kernels.popcountAnd(base.bits, bits, words),
    );
  return { counts: named(keys, counts, 0), unknown };
}

function countBands({ layout, kernels, scratch }: OpenSegment, name: NumberName, base: Base): FacetCounts {
  const { store, bands } = NUMBERS[name];
  const { column, planes, count } = layout.numbers[name];
  const { words, rows } = layout;
  const at = scratch.take(COUNTED_CODES_MAX * 4);
  // All planes in order, or of few rows each one's own value.
  if (words * PLANES_WORD_NS < costOfRows(base.count, rows))
    kernels.countPlanes(base.bits, words, planes, count, at);
  else {
    const bounds = scratch.take(bands.length * 8);
    new Float64Array(scratch.buffer, bounds, bands.length).set(bands);
    kernels.fill(at, 0, COUNTED_CODES_MAX * 4);
    kernels.countBands(base.bits, words, column, store === "f64", bounds, bands.length, at);
  }
  const counts = new Uint32Array(scratch.buffer, at, bands.length + 1);
  return { counts: named([...counts.keys()].map(String), counts, 1), unknown: counts[0] ?? 0 };
}

function named(keys: readonly string[], counts: ArrayLike<number>, from: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let code = from; code < keys.length; code++) {
    const count = counts[code] ?? 0;
    if (count > 0) found.set(keys[code]!, count);
  }
  return found;
}
