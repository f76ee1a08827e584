import type { Arena } from "./arena.ts";

/** Codes of up to four bits are also kept bit by bit: a bitmap for each bit, lowest first, one after the other. */
export interface PlanesLayout {
  /** 0: more codes than planes can hold. */
  readonly planes: number;
  readonly count: 3 | 4;
}

export const PLANE_CODES_MAX = 16;
export const NO_PLANES: PlanesLayout = { planes: 0, count: 3 };

export function putPlanes(
  arena: Arena,
  words: number,
  rows: number,
  codes: number,
  codeOf: (row: number) => number,
): PlanesLayout {
  if (codes > PLANE_CODES_MAX) return NO_PLANES;
  const count = codes > 8 ? 4 : 3;
  const planes = arena.take(words * 8 * count);
  const bits = new Uint32Array(arena.memory.buffer, planes, words * 2 * count);
  for (let row = 0; row < rows; row++) {
    const code = codeOf(row);
    for (let plane = 0; plane < count; plane++)
      if ((code >>> plane) & 1) bits[plane * words * 2 + (row >>> 5)]! |= 1 << (row & 31);
  }
  return { planes, count };
}
