type Address = number;

/** What kernels/discovery.ts exports: the inner loops, over the memory they were opened with. */
export interface Kernels {
  popcount(bits: Address, words: number): number;
  popcountAnd(a: Address, b: Address, words: number): number;
  and(to: Address, a: Address, b: Address, words: number): void;
  or(to: Address, a: Address, b: Address, words: number): void;
  andNot(to: Address, a: Address, b: Address, words: number): void;
  fill(to: Address, byte: number, bytes: number): void;
  setRows(rows: Address, length: number, bits: Address): void;
  countRows(rows: Address, length: number, bits: Address): number;
  rangeF64(column: Address, words: number, low: number, high: number, pass: Address, unknown: Address): void;
  rangeI32(column: Address, words: number, low: number, high: number, pass: Address, unknown: Address): void;
  rangeOfRows(
    rows: Address,
    values: Address,
    length: number,
    low: number,
    high: number,
    pass: Address,
    unknown: Address,
  ): void;
  addShares(
    rows: Address,
    values: Address,
    length: number,
    low: Address,
    high: Address,
    listed: Address,
  ): void;
  sharesReach(
    low: Address,
    high: Address,
    listed: Address,
    rest: Address,
    cap: Address,
    keys: number,
    words: number,
    least: number,
    pass: Address,
    unknown: Address,
  ): void;
  countPlanes(bits: Address, words: number, from: Address, planes: number, counts: Address): void;
  planesAmong(
    words: number,
    from: Address,
    planes: number,
    wanted: number,
    pass: Address,
    unknown: Address,
  ): void;
  countCodes(
    bits: Address,
    words: number,
    codes: Address,
    keys: number,
    counts: Address,
    spare: Address,
  ): void;
  countManyCodes(bits: Address, words: number, offsets: Address, codes: Address, counts: Address): void;
  countBandsF64(
    bits: Address,
    words: number,
    column: Address,
    bounds: Address,
    bands: number,
    counts: Address,
  ): void;
  countBandsI32(
    bits: Address,
    words: number,
    column: Address,
    bounds: Address,
    bands: number,
    counts: Address,
  ): void;
  labelBands(
    words: number,
    column: Address,
    bounds: Address,
    bands: number,
    labels: Address,
    out: Address,
  ): void;
  codesAmong(words: number, codes: Address, wanted: Address, pass: Address, unknown: Address): void;
  addScores(
    rows: Address,
    frequencies: Address,
    length: number,
    weight: number,
    flat: number,
    slope: number,
    lengths: Address,
    bits: Address,
    scores: Address,
  ): void;
  top(
    bits: Address,
    words: number,
    column: Address,
    kind: number,
    sign: number,
    most: number,
    afterKey: number,
    afterRow: number,
    keys: Address,
    rows: Address,
  ): number;
}

/** Opens the kernels over a memory. The module is read by whoever may read files. */
export function openKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels;
}
