// The inner loops of the search (src/core/catalog/discovery), over one linear memory that all threads share. Addresses are
// bytes; a bitmap is a run of 64-bit words with one bit a row, row 0 lowest; `words` counts those words and is even, so every
// column holds 64 × words values. Nothing here allocates. What a loop means is said where it is called.

/** The whole number that stands for "unknown" in 32-bit columns; in 64-bit columns it is NaN. */
const UNKNOWN: i32 = i32.MIN_VALUE;

export function popcount(bits: usize, words: i32): i32 {
  let count: i64 = 0;
  for (let i = 0; i < words; i++) count += popcnt(load<u64>(bits + ((<usize>i) << 3)));
  return <i32>count;
}

export function popcountAnd(a: usize, b: usize, words: i32): i32 {
  let total = i64x2.splat(0);
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 16) {
    const bytes = i8x16.popcnt(v128.and(v128.load(a + at), v128.load(b + at)));
    const quads = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
    total = i64x2.add(total, i64x2.add(i64x2.extend_low_i32x4_u(quads), i64x2.extend_high_i32x4_u(quads)));
  }
  return <i32>(i64x2.extract_lane(total, 0) + i64x2.extract_lane(total, 1));
}

export function and(to: usize, a: usize, b: usize, words: i32): void {
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 16)
    v128.store(to + at, v128.and(v128.load(a + at), v128.load(b + at)));
}

export function or(to: usize, a: usize, b: usize, words: i32): void {
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 16)
    v128.store(to + at, v128.or(v128.load(a + at), v128.load(b + at)));
}

export function andNot(to: usize, a: usize, b: usize, words: i32): void {
  for (let at: usize = 0, end = (<usize>words) << 3; at < end; at += 16)
    v128.store(to + at, v128.andnot(v128.load(a + at), v128.load(b + at)));
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

/** A value of either kind of column; unknown is below every bound as a whole number, and in no range as NaN. */
@inline
function valueAt(column: usize, isF64: bool, row: usize): f64 {
  return isF64 ? load<f64>(column + (row << 3)) : <f64>load<i32>(column + (row << 2));
}

/**
 * Rows whose value lies in [low, high], and those together with the rows whose value is unknown. Codes (a byte a row, 0
 * unknown) stand in the order of the values: all values of the codes [from, to] lie inside, and of the codes `below` and
 * `above` some, whose own values are looked at.
 */
export function rangeOfCodes(
  codes: usize,
  words: i32,
  from: i32,
  to: i32,
  below: i32,
  above: i32,
  column: usize,
  isF64: bool,
  low: f64,
  high: f64,
  sure: usize,
  possible: usize,
): void {
  const froms = i8x16.splat(<i8>from);
  const tos = i8x16.splat(<i8>to);
  const belows = i8x16.splat(<i8>below);
  const aboves = i8x16.splat(<i8>above);
  const unknowns = i8x16.splat(0);
  for (let word: usize = 0; word < <usize>words; word++) {
    let inside: u64 = 0;
    let edge: u64 = 0;
    let missing: u64 = 0;
    for (let bit: usize = 0; bit < 64; bit += 16) {
      const some = v128.load(codes + (word << 6) + bit);
      const holds = v128.and(i8x16.ge_u(some, froms), i8x16.le_u(some, tos));
      const may = v128.or(i8x16.eq(some, belows), i8x16.eq(some, aboves));
      inside |= (<u64>i8x16.bitmask(holds)) << bit;
      edge |= (<u64>i8x16.bitmask(may)) << bit;
      missing |= (<u64>i8x16.bitmask(i8x16.eq(some, unknowns))) << bit;
    }
    for (; edge != 0; edge &= edge - 1) {
      const value = valueAt(column, isF64, (word << 6) + <usize>ctz(edge));
      inside |= (<u64>(value >= low && value <= high)) << ctz(edge);
    }
    store<u64>(sure + (word << 3), inside);
    store<u64>(possible + (word << 3), inside | missing);
  }
}

/**
 * The same for a list of rows with a value each, NaN unknown. Bits are only set, never cleared, and in `possible` only those
 * of the unknown: they are few, and the sure ones are added many at once.
 */
export function rangeOfRows(
  rows: usize,
  values: usize,
  length: i32,
  low: f64,
  high: f64,
  sure: usize,
  possible: usize,
): void {
  for (let i = 0; i < length; i++) {
    const value = load<f64>(values + ((<usize>i) << 3));
    const row = load<u32>(rows + ((<usize>i) << 2));
    const at = (<usize>(row >>> 6)) << 3;
    // Without a branch, which the processor would guess wrong for half of the rows.
    const holds = <u64>(<i32>(value >= low) & <i32>(value <= high));
    store<u64>(sure + at, load<u64>(sure + at) | (holds << (row & 63)));
    if (value != value) store<u64>(possible + at, load<u64>(possible + at) | ((<u64>1) << (row & 63)));
  }
}

/** In a column of shares: the row's list does not name the key. */
const UNLISTED: i16 = i16.MIN_VALUE;

/**
 * Adds the shares of some audience keys of the rows [from, to): to `low` what is stated, to `high` what it may be at most,
 * to `listed` one, in columns of i16 that begin with row `from`. A value below zero is a bound: "at most −value".
 * `lists` holds, for each key, the addresses of its rows and of their values (i16), and how many they are; rows 0 stands
 * for a value for every row. What was read is taken off the lists.
 */
export function addShares(
  lists: usize,
  keys: i32,
  from: i32,
  to: i32,
  low: usize,
  high: usize,
  listed: usize,
): void {
  for (let list = lists, end = lists + 12 * (<usize>keys); list < end; list += 12) {
    if (load<u32>(list) == 0) addColumn(<usize>load<u32>(list, 4) + ((<usize>from) << 1), to - from, low, high, listed);
    else addList(list, <u32>from, <u32>to, low, high, listed);
  }
}

function addColumn(values: usize, length: i32, low: usize, high: usize, listed: usize): void {
  const unlisted = i16x8.splat(UNLISTED);
  for (let at: usize = 0, end = (<usize>length) << 1; at < end; at += 16) {
    const some = v128.load(values + at);
    const isListed = i16x8.ne(some, unlisted);
    const shares = v128.and(some, isListed);
    v128.store(low + at, i16x8.add_sat_s(v128.load(low + at), i16x8.max_s(shares, i16x8.splat(0))));
    v128.store(high + at, i16x8.add_sat_s(v128.load(high + at), i16x8.abs(shares)));
    v128.store(listed + at, i16x8.sub(v128.load(listed + at), isListed));
  }
}

function addList(list: usize, from: u32, to: u32, low: usize, high: usize, listed: usize): void {
  let rows: usize = load<u32>(list);
  let values: usize = load<u32>(list, 4);
  let left = load<u32>(list, 8);
  for (; left > 0; left--, rows += 4, values += 2) {
    const row = load<u32>(rows);
    if (row >= to) break;
    const at = (<usize>(row - from)) << 1;
    const value = <i32>load<i16>(values);
    store<i16>(low + at, min<i32>(i16.MAX_VALUE, <i32>load<i16>(low + at) + max<i32>(value, 0)));
    store<i16>(high + at, min<i32>(i16.MAX_VALUE, <i32>load<i16>(high + at) + abs<i32>(value)));
    store<i16>(listed + at, load<i16>(listed + at) + 1);
  }
  store<u32>(list, rows);
  store<u32>(list, values, 4);
  store<u32>(list, left, 8);
}

/** So many rows' sums lie in the processor's nearest memory while they are made and compared. */
const BLOCK: i32 = 2048;

/**
 * Rows whose stated share of `asked` keys reaches `least`, and rows that possibly do: a key that is not listed holds at most
 * what the list leaves over (`rest`) and, of a list cut off after its largest, no more than its smallest (`cap`, 0 where no
 * list is cut off); without a list, everything. `lists` as in `addShares`; `room` holds 3 × 2 × 2048 bytes.
 */
export function sharesReach(
  lists: usize,
  keys: i32,
  asked: i32,
  rest: usize,
  cap: usize,
  words: i32,
  least: i32,
  room: usize,
  sure: usize,
  possible: usize,
): void {
  const low = room;
  const high = room + 2 * BLOCK;
  const listed = room + 4 * BLOCK;
  const leasts = i16x8.splat(<i16>least);
  const askeds = i16x8.splat(<i16>asked);
  for (let from = 0, rows = words << 6; from < rows; from += BLOCK) {
    const to = min(rows, from + BLOCK);
    memory.fill(room, 0, 6 * BLOCK);
    addShares(lists, keys, from, to, low, high, listed);
    for (let row: usize = from; row < <usize>to; row += 16) {
      const at = (row - from) << 1;
      const rests = rest + (row << 1);
      const leftA = leftFor(i16x8.sub(askeds, v128.load(listed + at)), v128.load(rests), cap, row);
      const leftB = leftFor(i16x8.sub(askeds, v128.load(listed + at, 16)), v128.load(rests, 16), cap, row + 8);
      const reaches = i8x16.narrow_i16x8_s(
        i16x8.ge_s(v128.load(low + at), leasts),
        i16x8.ge_s(v128.load(low + at, 16), leasts),
      );
      const may = i8x16.narrow_i16x8_s(
        i16x8.ge_u(i16x8.add_sat_u(v128.load(high + at), leftA), leasts),
        i16x8.ge_u(i16x8.add_sat_u(v128.load(high + at, 16), leftB), leasts),
      );
      // A bit a row: the two bytes of these sixteen.
      store<u16>(sure + (row >>> 3), <u16>i8x16.bitmask(reaches));
      store<u16>(possible + (row >>> 3), <u16>i8x16.bitmask(v128.or(reaches, may)));
    }
  }
}

/** The most that so many unlisted keys of each of eight rows can hold together. */
@inline
function leftFor(unlisted: v128, rest: v128, cap: usize, row: usize): v128 {
  if (cap == 0) return v128.and(rest, i16x8.gt_s(unlisted, i16x8.splat(0)));
  const caps = v128.load(cap + (row << 1));
  const first = i32x4.extmul_low_i16x8_u(unlisted, caps);
  const last = i32x4.extmul_high_i16x8_u(unlisted, caps);
  return i16x8.min_u(rest, i16x8.narrow_i32x4_u(first, last));
}

/**
 * Counts codes of up to 4 bits that lie in as many planes, one bitmap a bit, lowest first: a third of the memory that a
 * bitmap a code would have to be fetched from. `counts` gets 16 numbers. `planes` is 3 or 4.
 */
export function countPlanes(bits: usize, words: i32, from: usize, planes: i32, counts: usize): void {
  const size = (<usize>words) << 3;
  // How many have all the bits of n…, whatever else they have; those with the highest bit apart.
  let n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
  let h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0;
  for (let at: usize = 0; at < size; at += 8) {
    const m = load<u64>(bits + at);
    if (m == 0) continue;
    const p0 = load<u64>(from + at);
    const p1 = load<u64>(from + size + at);
    const p2 = load<u64>(from + 2 * size + at);
    const a = m & p0, b = m & p1, c = m & p2, ab = a & p1;
    n0 += <i32>popcnt(m);
    n1 += <i32>popcnt(a);
    n2 += <i32>popcnt(b);
    n3 += <i32>popcnt(ab);
    n4 += <i32>popcnt(c);
    n5 += <i32>popcnt(c & p0);
    n6 += <i32>popcnt(c & p1);
    n7 += <i32>popcnt(c & ab);
    const h = planes == 4 ? m & load<u64>(from + 3 * size + at) : 0;
    if (h == 0) continue;
    h0 += <i32>popcnt(h);
    h1 += <i32>popcnt(h & a);
    h2 += <i32>popcnt(h & b);
    h3 += <i32>popcnt(h & ab);
    h4 += <i32>popcnt(h & c);
    h5 += <i32>popcnt(h & c & a);
    h6 += <i32>popcnt(h & c & b);
    h7 += <i32>popcnt(h & c & ab);
  }
  store<i32>(counts, n0);
  store<i32>(counts, n1, 4);
  store<i32>(counts, n2, 8);
  store<i32>(counts, n3, 12);
  store<i32>(counts, n4, 16);
  store<i32>(counts, n5, 20);
  store<i32>(counts, n6, 24);
  store<i32>(counts, n7, 28);
  store<i32>(counts, h0, 32);
  store<i32>(counts, h1, 36);
  store<i32>(counts, h2, 40);
  store<i32>(counts, h3, 44);
  store<i32>(counts, h4, 48);
  store<i32>(counts, h5, 52);
  store<i32>(counts, h6, 56);
  store<i32>(counts, h7, 60);
  // Bit by bit, those that have it are taken off those that may have it.
  for (let bit = 1; bit < 16; bit <<= 1)
    for (let code = 0; code < 16; code++) {
      if ((code & bit) != 0) continue;
      const at = counts + ((<usize>code) << 2);
      store<i32>(at, load<i32>(at) - load<i32>(at + ((<usize>bit) << 2)));
    }
}

/** Rows whose code, in any number of planes, is one of `wanted` (u32, `keys` of them); and those with the rows of code 0. */
export function planesAmong(
  words: i32,
  from: usize,
  planes: i32,
  wanted: usize,
  keys: i32,
  sure: usize,
  possible: usize,
): void {
  const size = (<usize>words) << 3;
  for (let at: usize = 0; at < size; at += 16) {
    let inside = i64x2.splat(0);
    for (let key: usize = 0; key < <usize>keys; key++) {
      let code = load<u32>(wanted + (key << 2));
      let equal = i64x2.splat(-1);
      for (let plane = from + at, end = plane + (<usize>planes) * size; plane < end; plane += size, code >>>= 1)
        equal = v128.and(equal, v128.xor(v128.load(plane), i64x2.splat(<i64>(code & 1) - 1)));
      inside = v128.or(inside, equal);
    }
    let known = i64x2.splat(0);
    for (let plane = from + at, end = plane + (<usize>planes) * size; plane < end; plane += size)
      known = v128.or(known, v128.load(plane));
    v128.store(sure + at, inside);
    v128.store(possible + at, v128.or(inside, v128.not(known)));
  }
}

@inline
function codeAt(codes: usize, bytes: i32, row: usize): usize {
  return bytes == 1 ? <usize>load<u8>(codes + row) : <usize>load<u32>(codes + (row << 2));
}

/**
 * Adds 1 to the count of the code (of 1 or 4 bytes) of every row in the bitmap. Every other row counts in a second table,
 * `spare`, which is added at the end: where a common code comes again and again, one addition need not wait for the one
 * before.
 */
export function countCodes(
  bits: usize,
  words: i32,
  codes: usize,
  bytes: i32,
  keys: i32,
  counts: usize,
  spare: usize,
): void {
  for (let word: usize = 0; word < <usize>words; word++) {
    let rest = load<u64>(bits + (word << 3));
    while (rest != 0) {
      const at = counts + (codeAt(codes, bytes, (word << 6) + <usize>ctz(rest)) << 2);
      rest &= rest - 1;
      store<u32>(at, load<u32>(at) + 1);
      if (rest == 0) break;
      const other = spare + (codeAt(codes, bytes, (word << 6) + <usize>ctz(rest)) << 2);
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
