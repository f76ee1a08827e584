import type { Arena } from "./arena.ts";

/** 64-bit words for that many rows, in pairs: what the kernels read at once. */
export function wordsFor(rows: number): number {
  return Math.ceil(rows / 128) * 2;
}

/** A bitmap of these rows in the arena; its address. */
export function bitmapOf(arena: Arena, rows: Uint32Array, words: number): number {
  const at = arena.take(words * 8);
  const bits = new Uint32Array(arena.memory.buffer, at, words * 2);
  for (const row of rows) bits[row >>> 5]! |= 1 << (row & 31);
  return at;
}

/** Rows sorted by a code, each code's rows in order: where each code's rows begin, and the places of the entries. */
export function sortByCode(codes: Uint32Array, keys: number): { offsets: Uint32Array; places: Uint32Array } {
  const offsets = new Uint32Array(keys + 1);
  for (const code of codes) offsets[code + 1]!++;
  for (let key = 0; key < keys; key++) offsets[key + 1]! += offsets[key]!;
  const next = offsets.slice(0, keys);
  const places = new Uint32Array(codes.length);
  for (let entry = 0; entry < codes.length; entry++) places[next[codes[entry]!]!++] = entry;
  return { offsets, places };
}
