import {
  AGED,
  AGES_DAYS,
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
import { evaluateNumber } from "./evaluateNumber.ts";

export type FacetName = Category | Keyed | NumberName;

/**
 * How many accounts have which word of a facet (numbers: band b by its place, 0 unknown; days: at most that many ago);
 * `unknown` have none.
 */
export interface FacetCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly unknown: number;
}

/** A category with its codes also row by row; 0: its planes are few enough to be counted. */
export interface CodedRows extends Coded {
  readonly codes: number;
  readonly codeBytes: 1 | 4;
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
  today: number | undefined,
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
  if (today !== undefined)
    for (const name of AGED) count(name, (base) => countAges(segment, name, base, today));
  return found;
}

function countCategory(
  segment: OpenSegment,
  { keys, codes, codeBytes, planes, count }: CodedRows,
  base: Base,
): FacetCounts {
  const counts =
    count <= COUNTED_PLANES_MAX
      ? countPlanes(segment, base, planes, count)
      : countCodes(segment, base, codes, codeBytes, keys.length);
  return { counts: named(keys, counts, 1), unknown: counts[0] ?? 0 };
}

function countPlanes(
  { layout, kernels, scratch }: OpenSegment,
  base: Base,
  planes: number,
  count: number,
): Uint32Array {
  const at = scratch.take(COUNTED_CODES_MAX * 4);
  kernels.countPlanes(base.bits, layout.words, planes, count, at);
  return new Uint32Array(scratch.buffer, at, COUNTED_CODES_MAX);
}

function countCodes(
  { layout, kernels, scratch }: OpenSegment,
  base: Base,
  codes: number,
  bytes: 1 | 4,
  keys: number,
): Uint32Array {
  const [at, spare] = [scratch.take(keys * 4), scratch.take(keys * 4)];
  for (const table of [at, spare]) kernels.fill(table, 0, keys * 4);
  kernels.countCodes(base.bits, layout.words, codes, bytes, keys, at, spare);
  return new Uint32Array(scratch.buffer, at, keys);
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

function countBands(segment: OpenSegment, name: NumberName, base: Base): FacetCounts {
  const { sketch, bandOf, planes, count } = segment.layout.numbers[name];
  const { words, rows } = segment.layout;
  const bands = NUMBERS[name].bands.length + 1;
  let counts: Uint32Array = new Uint32Array(bands);
  // All planes in order, or of few rows each one's own code.
  if (words * PLANES_WORD_NS < costOfRows(base.count, rows))
    counts = countPlanes(segment, base, planes, count);
  else
    for (const [code, held] of countCodes(segment, base, sketch.codes, 1, bandOf.length).entries())
      counts[bandOf[code]!]! += held;
  const names = Array.from({ length: bands }, (_, band) => String(band));
  return { counts: named(names, counts, 1), unknown: counts[0] ?? 0 };
}

function countAges(segment: OpenSegment, name: NumberName, base: Base, today: number): FacetCounts {
  const { least, most, codes } = segment.layout.numbers[name].sketch;
  const held = countCodes(segment, base, codes, 1, least.length);
  const counts = AGES_DAYS.map((days) => {
    const from = today - days;
    // A code holds a day, or a few that follow each other: only where `from` is in the midst of one are they looked at.
    if (least.some((day, code) => held[code]! > 0 && day < from && most[code]! >= from))
      return countFrom(segment, name, base, from);
    return least.reduce((sum, day, code) => (code > 0 && day >= from ? sum + held[code]! : sum), 0);
  });
  return { counts: named(AGES_DAYS.map(String), counts, 0), unknown: held[0] ?? 0 };
}

function countFrom(segment: OpenSegment, name: NumberName, { bits }: Base, min: number): number {
  const { layout, kernels, scratch } = segment;
  return scratch.within(() =>
    kernels.popcountAnd(bits, evaluateNumber(segment, name, { min, max: null }).sure, layout.words),
  );
}

function named(keys: readonly string[], counts: ArrayLike<number>, from: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let code = from; code < keys.length; code++) {
    const count = counts[code] ?? 0;
    if (count > 0) found.set(keys[code]!, count);
  }
  return found;
}
