import type { Arena } from "./arena.ts";

/** Codes bit by bit: a bitmap for each bit, lowest first, one after the other. */
export interface PlanesLayout {
  /** 0: there are none. */
  readonly planes: number;
  readonly count: number;
}

/** So many planes at most are counted at once, and so many codes fit into them. */
export const COUNTED_PLANES_MAX = 4;
export const COUNTED_CODES_MAX = 2 ** COUNTED_PLANES_MAX;

/** How many planes hold that many codes; at least as many as are counted at once. */
export function planesFor(codes: number): number {
  return Math.max(3, 32 - Math.clz32(codes - 1));
}

export function putPlanes(
  arena: Arena,
  words: number,
  rows: number,
  codes: number,
  codeOf: (row: number) => number,
): PlanesLayout {
  const count = planesFor(codes);
  const planes = arena.take(words * 8 * count);
  const bits = new Uint32Array(arena.memory.buffer, planes, words * 2 * count);
  for (let row = 0; row < rows; row++)
    for (let code = codeOf(row), at = row >>> 5; code !== 0; code >>>= 1, at += words * 2)
      if (code & 1) bits[at]! |= 1 << (row & 31);
  return { planes, count };
}
