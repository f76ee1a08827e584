import type { Arena } from "./arena.ts";

/**
 * A byte a row that orders values coarsely, so that a range looks at a byte of every row, and at the value itself only of
 * the rows about its two ends: a column sketch (Hentschel, Kester & Idreos 2018, doi:10.1145/3183713.3196911).
 */
export interface SketchLayout {
  /** Uint8 a row; 0 is unknown. */
  readonly codes: number;
  /** By code, the smallest and the largest value that has it; code 0 has none, and others may have none: ∞ and −∞. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** So many values, evenly taken, say where the codes part. */
const SAMPLE = 16_384;
const CODES_MAX = 254;

/** Of values in the order of rows; `isKnown` tells them from the unknown. No code goes beyond one of `bands`. */
export function putSketch(
  arena: Arena,
  words: number,
  values: Float64Array | Int32Array,
  isKnown: (value: number) => boolean,
  bands: readonly number[],
): SketchLayout {
  const even = evenBounds(sampleOf(values, isKnown).sort(), CODES_MAX - bands.length);
  const bounds = Float64Array.from(new Set([...bands, ...even])).sort();
  const codes = new Uint8Array(words * 64);
  const least = new Float64Array(bounds.length + 2).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(bounds.length + 2).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!isKnown(value)) continue;
    const code = 1 + placeAmong(bounds, value);
    codes[row] = code;
    if (value < least[code]!) least[code] = value;
    if (value > most[code]!) most[code] = value;
  }
  return { codes: arena.put(codes), least: [...least], most: [...most] };
}

function sampleOf(values: Float64Array | Int32Array, isKnown: (value: number) => boolean): Float64Array {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample: number[] = [];
  for (let row = 0; row < values.length; row += step) if (isKnown(values[row]!)) sample.push(values[row]!);
  return Float64Array.from(sample);
}

/**
 * Where a code ends and the next begins: a code takes values until it would hold more than an even share of those that are
 * left, so that a common one is by itself. The last code's share is all of them.
 */
function evenBounds(sorted: Float64Array, codesMax: number): number[] {
  const bounds: number[] = [];
  let start = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (sorted[to] === sorted[from]) to++;
    const share = (sorted.length - start) / (codesMax - bounds.length);
    if (from === start || to - start <= share) continue;
    bounds.push(sorted[from]!);
    start = from;
  }
  return bounds;
}

/** How many bounds are not above the value. */
export function placeAmong(bounds: ArrayLike<number>, value: number): number {
  let from = 0;
  let to = bounds.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (bounds[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}
