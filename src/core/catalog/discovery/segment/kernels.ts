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
  rangeOfCodes(
    codes: Address,
    words: number,
    from: number,
    to: number,
    below: number,
    above: number,
    column: Address,
    isF64: boolean,
    low: number,
    high: number,
    sure: Address,
    possible: Address,
  ): void;
  rangeOfRows(
    rows: Address,
    values: Address,
    length: number,
    low: number,
    high: number,
    sure: Address,
    possible: Address,
  ): void;
  addShares(
    lists: Address,
    keys: number,
    from: number,
    to: number,
    low: Address,
    high: Address,
    listed: Address,
  ): void;
  sharesReach(
    lists: Address,
    keys: number,
    asked: number,
    rest: Address,
    cap: Address,
    words: number,
    least: number,
    room: Address,
    sure: Address,
    possible: Address,
  ): void;
  countPlanes(bits: Address, words: number, from: Address, planes: number, counts: Address): void;
  planesAmong(
    words: number,
    from: Address,
    planes: number,
    wanted: Address,
    keys: number,
    sure: Address,
    possible: Address,
  ): void;
  countCodes(
    bits: Address,
    words: number,
    codes: Address,
    bytes: 1 | 4,
    keys: number,
    counts: Address,
    spare: Address,
  ): void;
  countManyCodes(bits: Address, words: number, offsets: Address, codes: Address, counts: Address): void;
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
