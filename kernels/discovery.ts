// The inner loops of the search (src/core/catalog/discovery), over one linear memory that all threads share. Addresses are
// bytes; a bitmap is a run of 64-bit words with one bit a row, row 0 lowest; `words` counts those words, so every column
// holds 64 × words values. Nothing here allocates. What a loop means is said where it is called.

/** The whole number that stands for "unknown" in 32-bit columns; in 64-bit columns it is NaN. */
const UNKNOWN: i32 = i32.MIN_VALUE;

export function popcount(bits: usize, words: i32): i32 {
  let count: i64 = 0;
  for (let i = 0; i < words; i++) count += popcnt(load<u64>(bits + ((<usize>i) << 3)));
  return <i32>count;
}

export function popcountAnd(a: usize, b: usize, words: i32): i32 {
  let total = i64x2.splat(0);
  const pairs = words & ~1;
  for (let i = 0; i < pairs; i += 2) {
    const at = (<usize>i) << 3;
    const both = v128.and(v128.load(a + at), v128.load(b + at));
    const bytes = i8x16.popcnt(both);
    const quads = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
    total = i64x2.add(total, i64x2.add(i64x2.extend_low_i32x4_u(quads), i64x2.extend_high_i32x4_u(quads)));
  }
  let count = i64x2.extract_lane(total, 0) + i64x2.extract_lane(total, 1);
  if (pairs < words) {
    const at = (<usize>pairs) << 3;
    count += popcnt(load<u64>(a + at) & load<u64>(b + at));
  }
  return <i32>count;
}

export function and(to: usize, a: usize, b: usize, words: i32): void {
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 8)
    store<u64>(to + at, load<u64>(a + at) & load<u64>(b + at));
}

export function or(to: usize, a: usize, b: usize, words: i32): void {
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 8)
    store<u64>(to + at, load<u64>(a + at) | load<u64>(b + at));
}

export function andNot(to: usize, a: usize, b: usize, words: i32): void {
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 8)
    store<u64>(to + at, load<u64>(a + at) & ~load<u64>(b + at));
}

export function fill(to: usize, byte: i32, bytes: i32): void {
  memory.fill(to, <u8>byte, <usize>bytes);
}

/** Rows of a list into a bitmap. */
export function setRows(rows: usize, length: i32, bits: usize): void {
  for (let i = 0; i < length; i++) {
    const row = load<u32>(rows + ((<usize>i) << 2));
    const at = bits + ((<usize>(row >>> 6)) << 3);
    store<u64>(at, load<u64>(at) | ((<u64>1) << (row & 63)));
  }
}

/** How many rows of a list are in a bitmap. */
export function countRows(rows: usize, length: i32, bits: usize): i32 {
  let count: i32 = 0;
  for (let i = 0; i < length; i++) {
    const row = load<u32>(rows + ((<usize>i) << 2));
    count += <i32>((load<u64>(bits + ((<usize>(row >>> 6)) << 3)) >>> (row & 63)) & 1);
  }
  return count;
}

/** Rows whose value lies in [low, high], and rows whose value is unknown. */
export function rangeF64(column: usize, words: i32, low: f64, high: f64, pass: usize, unknown: usize): void {
  const lows = f64x2.splat(low);
  const highs = f64x2.splat(high);
  for (let word = 0; word < words; word++) {
    let inside: u64 = 0;
    let missing: u64 = 0;
    const from = column + ((<usize>word) << 9);
    for (let pair = 0; pair < 32; pair++) {
      const values = v128.load(from + ((<usize>pair) << 4));
      const holds = v128.and(f64x2.ge(values, lows), f64x2.le(values, highs));
      inside |= (<u64>i64x2.bitmask(holds)) << ((<u64>pair) << 1);
      missing |= (<u64>i64x2.bitmask(f64x2.ne(values, values))) << ((<u64>pair) << 1);
    }
    store<u64>(pass + ((<usize>word) << 3), inside);
    store<u64>(unknown + ((<usize>word) << 3), missing);
  }
}

export function rangeI32(column: usize, words: i32, low: i32, high: i32, pass: usize, unknown: usize): void {
  const lows = i32x4.splat(low);
  const highs = i32x4.splat(high);
  const unknowns = i32x4.splat(UNKNOWN);
  for (let word = 0; word < words; word++) {
    let inside: u64 = 0;
    let missing: u64 = 0;
    const from = column + ((<usize>word) << 8);
    for (let four = 0; four < 16; four++) {
      const values = v128.load(from + ((<usize>four) << 4));
      const isUnknown = i32x4.eq(values, unknowns);
      const holds = v128.and(i32x4.ge_s(values, lows), i32x4.le_s(values, highs));
      inside |= (<u64>i32x4.bitmask(v128.andnot(holds, isUnknown))) << ((<u64>four) << 2);
      missing |= (<u64>i32x4.bitmask(isUnknown)) << ((<u64>four) << 2);
    }
    store<u64>(pass + ((<usize>word) << 3), inside);
    store<u64>(unknown + ((<usize>word) << 3), missing);
  }
}

/** The same for a list of rows with a value each; bits are only set, never cleared. */
export function rangeOfRows(
  rows: usize,
  values: usize,
  length: i32,
  low: f64,
  high: f64,
  pass: usize,
  unknown: usize,
): void {
  for (let i = 0; i < length; i++) {
    const value = load<f64>(values + ((<usize>i) << 3));
    const isUnknown = value != value;
    if (!isUnknown && !(value >= low && value <= high)) continue;
    const row = load<u32>(rows + ((<usize>i) << 2));
    const at = (isUnknown ? unknown : pass) + ((<usize>(row >>> 6)) << 3);
    store<u64>(at, load<u64>(at) | ((<u64>1) << (row & 63)));
  }
}

/**
 * Adds the shares of one audience key: to `low` what is stated, to `high` what it may be at most, to `listed` one. A value
 * below zero is a bound: "at most −value".
 */
export function addShares(
  rows: usize,
  values: usize,
  length: i32,
  low: usize,
  high: usize,
  listed: usize,
): void {
  for (let i = 0; i < length; i++) {
    const row = (<usize>load<u32>(rows + ((<usize>i) << 2))) << 2;
    const value = load<i32>(values + ((<usize>i) << 2));
    if (value > 0) store<i32>(low + row, load<i32>(low + row) + value);
    store<i32>(high + row, load<i32>(high + row) + abs(value));
    store<i32>(listed + row, load<i32>(listed + row) + 1);
  }
}

/**
 * Rows whose stated share reaches `least`, and rows that may: a key that is not listed holds at most what the list leaves
 * over (`rest`) and, of a list cut off after its largest, no more than its smallest (`cap`); without a list, everything.
 */
export function sharesReach(
  low: usize,
  high: usize,
  listed: usize,
  rest: usize,
  cap: usize,
  keys: i32,
  words: i32,
  least: i32,
  pass: usize,
  unknown: usize,
): void {
  for (let word = 0; word < words; word++) {
    let reaches: u64 = 0;
    let may: u64 = 0;
    for (let bit = 0; bit < 64; bit++) {
      const row = ((<usize>word) << 6) + bit;
      if (load<i32>(low + (row << 2)) >= least) {
        reaches |= (<u64>1) << (<u64>bit);
        continue;
      }
      const unlisted = keys - load<i32>(listed + (row << 2));
      const left = min<i32>(<i32>load<u16>(rest + (row << 1)), unlisted * <i32>load<u16>(cap + (row << 1)));
      if (load<i32>(high + (row << 2)) + (unlisted > 0 ? left : 0) >= least) may |= (<u64>1) << (<u64>bit);
    }
    store<u64>(pass + ((<usize>word) << 3), reaches);
    store<u64>(unknown + ((<usize>word) << 3), may);
  }
}

/**
 * Counts codes of up to 4 bits that lie in as many planes, one bitmap a bit, lowest first: a third of the memory that a
 * bitmap a code would have to be fetched from. `counts` gets 16 numbers. `planes` is 3 or 4.
 */
export function countPlanes(bits: usize, words: i32, from: usize, planes: i32, counts: usize): void {
  const size = (<usize>words) << 3;
  let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
  let d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0;
  for (let at: usize = 0; at < size; at += 8) {
    const m = load<u64>(bits + at);
    if (m == 0) continue;
    const p0 = load<u64>(from + at);
    const p1 = load<u64>(from + size + at);
    const p2 = load<u64>(from + 2 * size + at);
    const p3 = planes == 4 ? load<u64>(from + 3 * size + at) : 0;
    const low = m & ~p3;
    const a = low & ~p2, b = low & p2;
    const aa = a & ~p1, ab = a & p1, ba = b & ~p1, bb = b & p1;
    c0 += <i32>popcnt(aa & ~p0);
    c1 += <i32>popcnt(aa & p0);
    c2 += <i32>popcnt(ab & ~p0);
    c3 += <i32>popcnt(ab & p0);
    c4 += <i32>popcnt(ba & ~p0);
    c5 += <i32>popcnt(ba & p0);
    c6 += <i32>popcnt(bb & ~p0);
    c7 += <i32>popcnt(bb & p0);
    const high = m & p3;
    if (high == 0) continue;
    const e = high & ~p2, f = high & p2;
    const ee = e & ~p1, ef = e & p1, fe = f & ~p1, ff = f & p1;
    d0 += <i32>popcnt(ee & ~p0);
    d1 += <i32>popcnt(ee & p0);
    d2 += <i32>popcnt(ef & ~p0);
    d3 += <i32>popcnt(ef & p0);
    d4 += <i32>popcnt(fe & ~p0);
    d5 += <i32>popcnt(fe & p0);
    d6 += <i32>popcnt(ff & ~p0);
    d7 += <i32>popcnt(ff & p0);
  }
  store<i32>(counts, c0);
  store<i32>(counts, c1, 4);
  store<i32>(counts, c2, 8);
  store<i32>(counts, c3, 12);
  store<i32>(counts, c4, 16);
  store<i32>(counts, c5, 20);
  store<i32>(counts, c6, 24);
  store<i32>(counts, c7, 28);
  store<i32>(counts, d0, 32);
  store<i32>(counts, d1, 36);
  store<i32>(counts, d2, 40);
  store<i32>(counts, d3, 44);
  store<i32>(counts, d4, 48);
  store<i32>(counts, d5, 52);
  store<i32>(counts, d6, 56);
  store<i32>(counts, d7, 60);
}

/** Rows whose code, in planes, is one of those that are set in `wanted`; and rows whose code is 0. */
export function planesAmong(
  words: i32,
  from: usize,
  planes: i32,
  wanted: i32,
  pass: usize,
  unknown: usize,
): void {
  const size = (<usize>words) << 3;
  for (let at: usize = 0; at < size; at += 8) {
    const p0 = load<u64>(from + at);
    const p1 = load<u64>(from + size + at);
    const p2 = load<u64>(from + 2 * size + at);
    const p3 = planes == 4 ? load<u64>(from + 3 * size + at) : 0;
    let inside: u64 = 0;
    for (let code = 0, rest = wanted; rest != 0; code++, rest >>>= 1) {
      if ((rest & 1) == 0) continue;
      inside |=
        (code & 1 ? p0 : ~p0) & (code & 2 ? p1 : ~p1) & (code & 4 ? p2 : ~p2) & (code & 8 ? p3 : ~p3);
    }
    store<u64>(pass + at, inside);
    store<u64>(unknown + at, ~(p0 | p1 | p2 | p3));
  }
}

/**
 * Adds 1 to the count of the code of every row in the bitmap. Every other row counts in a second table, `spare`, which is
 * added at the end: where a common code comes again and again, one addition need not wait for the one before.
 */
export function countCodes(
  bits: usize,
  words: i32,
  codes: usize,
  keys: i32,
  counts: usize,
  spare: usize,
): void {
  for (let word = 0; word < words; word++) {
    let rest = load<u64>(bits + ((<usize>word) << 3));
    const from = codes + ((<usize>word) << 8);
    while (rest != 0) {
      const at = counts + ((<usize>load<u32>(from + ((<usize>ctz(rest)) << 2))) << 2);
      rest &= rest - 1;
      store<u32>(at, load<u32>(at) + 1);
      if (rest == 0) break;
      const other = spare + ((<usize>load<u32>(from + ((<usize>ctz(rest)) << 2))) << 2);
      rest &= rest - 1;
      store<u32>(other, load<u32>(other) + 1);
    }
  }
  for (let at: usize = 0, end = (<usize>keys) << 2; at < end; at += 4)
    store<u32>(counts + at, load<u32>(counts + at) + load<u32>(spare + at));
}

/** The same where a row has any number of codes: those from offsets[row] up to offsets[row + 1]. */
export function countManyCodes(bits: usize, words: i32, offsets: usize, codes: usize, counts: usize): void {
  for (let word = 0; word < words; word++) {
    let rest = load<u64>(bits + ((<usize>word) << 3));
    const from = offsets + ((<usize>word) << 8);
    while (rest != 0) {
      const row = from + ((<usize>ctz(rest)) << 2);
      for (let i = load<u32>(row), end = load<u32>(row, 4); i < end; i++) {
        const at = counts + ((<usize>load<u32>(codes + ((<usize>i) << 2))) << 2);
        store<u32>(at, load<u32>(at) + 1);
      }
      rest &= rest - 1;
    }
  }
}

/** Adds 1 to the count of the band of every row in the bitmap: 0 unknown, b for bounds[b − 1] ≤ value < bounds[b]. */
export function countBandsF64(
  bits: usize,
  words: i32,
  column: usize,
  bounds: usize,
  bands: i32,
  counts: usize,
): void {
  for (let word = 0; word < words; word++) {
    let rest = load<u64>(bits + ((<usize>word) << 3));
    const from = column + ((<usize>word) << 9);
    while (rest != 0) {
      const value = load<f64>(from + ((<usize>ctz(rest)) << 3));
      // Without a branch that the processor would have to guess, it fetches the next rows meanwhile. NaN is in no band.
      let band: usize = 0;
      for (let i: usize = 0; i < <usize>bands; i++) band += <usize>(value >= load<f64>(bounds + (i << 3)));
      const at = counts + (band << 2);
      store<u32>(at, load<u32>(at) + 1);
      rest &= rest - 1;
    }
  }
}

export function countBandsI32(
  bits: usize,
  words: i32,
  column: usize,
  bounds: usize,
  bands: i32,
  counts: usize,
): void {
  for (let word = 0; word < words; word++) {
    let rest = load<u64>(bits + ((<usize>word) << 3));
    const from = column + ((<usize>word) << 8);
    while (rest != 0) {
      const value = load<i32>(from + ((<usize>ctz(rest)) << 2));
      // The unknown lies below every bound.
      let band: usize = 0;
      for (let i: usize = 0; i < <usize>bands; i++) band += <usize>(<f64>value >= load<f64>(bounds + (i << 3)));
      const at = counts + (band << 2);
      store<u32>(at, load<u32>(at) + 1);
      rest &= rest - 1;
    }
  }
}

/** The label of the band that each row's value lies in: labels[b] for bounds[b − 1] ≤ value < bounds[b]; unknown gets 0. */
export function labelBands(
  words: i32,
  column: usize,
  bounds: usize,
  bands: i32,
  labels: usize,
  out: usize,
): void {
  for (let row: usize = 0, end = (<usize>words) << 6; row < end; row++) {
    const value = load<f64>(column + (row << 3));
    let label: u32 = 0;
    if (value == value) {
      let band: usize = 0;
      while (<i32>band < bands && value >= load<f64>(bounds + (band << 3))) band++;
      label = load<u32>(labels + (band << 2));
    }
    store<u32>(out + (row << 2), label);
  }
}

/** Rows whose code is marked 1 in `wanted`, and rows whose code is 0: unknown. */
export function codesAmong(words: i32, codes: usize, wanted: usize, pass: usize, unknown: usize): void {
  for (let word = 0; word < words; word++) {
    let inside: u64 = 0;
    let missing: u64 = 0;
    const from = codes + ((<usize>word) << 8);
    for (let bit = 0; bit < 64; bit++) {
      const code = load<u32>(from + ((<usize>bit) << 2));
      inside |= (<u64>load<u8>(wanted + code)) << (<u64>bit);
      missing |= (<u64>(code == 0)) << (<u64>bit);
    }
    store<u64>(pass + ((<usize>word) << 3), inside);
    store<u64>(unknown + ((<usize>word) << 3), missing);
  }
}

/**
 * BM25 of one word's rows (src/core/catalog/discovery/bm25.ts), of those in the bitmap:
 * scores[row] += weight · tf ÷ (tf + flat + slope · length).
 */
export function addScores(
  rows: usize,
  frequencies: usize,
  length: i32,
  weight: f32,
  flat: f32,
  slope: f32,
  lengths: usize,
  bits: usize,
  scores: usize,
): void {
  for (let i = 0; i < length; i++) {
    const row = <usize>load<u32>(rows + ((<usize>i) << 2));
    if (((load<u64>(bits + ((row >>> 6) << 3)) >>> (<u64>row & 63)) & 1) == 0) continue;
    const tf = <f32>load<u8>(frequencies + i);
    const norm = flat + slope * <f32>load<u16>(lengths + (row << 1));
    const at = scores + (row << 2);
    store<f32>(at, load<f32>(at) + (weight * tf) / (tf + norm));
  }
}

// The best rows so far as a binary heap whose root is the worst of them: keys (f64) and rows (u32) side by side.

function isWorse(keyA: f64, rowA: u32, keyB: f64, rowB: u32): bool {
  return keyA < keyB || (keyA == keyB && rowA > rowB);
}

function sink(keys: usize, rows: usize, size: i32, key: f64, row: u32): void {
  let at: i32 = 0;
  while (true) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (
      child + 1 < size &&
      isWorse(
        load<f64>(keys + ((<usize>(child + 1)) << 3)),
        load<u32>(rows + ((<usize>(child + 1)) << 2)),
        load<f64>(keys + ((<usize>child) << 3)),
        load<u32>(rows + ((<usize>child) << 2)),
      )
    )
      child++;
    const childKey = load<f64>(keys + ((<usize>child) << 3));
    const childRow = load<u32>(rows + ((<usize>child) << 2));
    if (!isWorse(childKey, childRow, key, row)) break;
    store<f64>(keys + ((<usize>at) << 3), childKey);
    store<u32>(rows + ((<usize>at) << 2), childRow);
    at = child;
  }
  store<f64>(keys + ((<usize>at) << 3), key);
  store<u32>(rows + ((<usize>at) << 2), row);
}

function rise(keys: usize, rows: usize, size: i32, key: f64, row: u32): void {
  let at = size;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const parentKey = load<f64>(keys + ((<usize>parent) << 3));
    const parentRow = load<u32>(rows + ((<usize>parent) << 2));
    if (!isWorse(key, row, parentKey, parentRow)) break;
    store<f64>(keys + ((<usize>at) << 3), parentKey);
    store<u32>(rows + ((<usize>at) << 2), parentRow);
    at = parent;
  }
  store<f64>(keys + ((<usize>at) << 3), key);
  store<u32>(rows + ((<usize>at) << 2), row);
}

// How a key is read; an unknown value is −∞, below all others in either direction.
const F64: i32 = 0;
const I32: i32 = 1;
const F32: i32 = 2;

function keyOf(column: usize, kind: i32, row: u32, sign: f64): f64 {
  if (kind == F64) {
    const value = load<f64>(column + ((<usize>row) << 3));
    return value == value ? sign * value : -Infinity;
  }
  if (kind == I32) {
    const value = load<i32>(column + ((<usize>row) << 2));
    return value == UNKNOWN ? -Infinity : sign * <f64>value;
  }
  return sign * <f64>load<f32>(column + ((<usize>row) << 2));
}

/**
 * The `most` best rows of a bitmap by a column, equal ones by row, that stand after (afterKey, afterRow): all with a
 * smaller key, and of the same key those with row ≥ afterRow. Returns how many; keys and rows are a heap, not in order.
 */
export function top(
  bits: usize,
  words: i32,
  column: usize,
  kind: i32,
  sign: f64,
  most: i32,
  afterKey: f64,
  afterRow: u32,
  keys: usize,
  rows: usize,
): i32 {
  let size: i32 = 0;
  for (let word = 0; word < words; word++) {
    let rest = load<u64>(bits + ((<usize>word) << 3));
    while (rest != 0) {
      const row = ((<u32>word) << 6) + <u32>ctz(rest);
      rest &= rest - 1;
      const key = keyOf(column, kind, row, sign);
      if (size == most && !isWorse(load<f64>(keys), load<u32>(rows), key, row)) continue;
      if (key > afterKey || (key == afterKey && row < afterRow)) continue;
      if (size < most) rise(keys, rows, size++, key, row);
      else sink(keys, rows, size, key, row);
    }
  }
  return size;
}
