import { NUMBERS, OPEN_KEYED, UNKNOWN_I32 } from "../figures.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { evaluateAudience } from "./evaluateAudience.ts";
import { evaluateKeyed } from "./evaluateKeyed.ts";
import type { Filter } from "./query.ts";
import type { Coded } from "./tierCodes.ts";

/** The rows that meet a condition and those of which nobody knows; the rest breaks it. Bitmaps, apart from each other. */
export interface Verdict {
  readonly pass: number;
  readonly unknown: number;
}

export function evaluateFilter(segment: OpenSegment, filter: Filter, tiers: Coded): Verdict {
  const { layout, kernels, scratch } = segment;
  const bytes = layout.words * 8;
  const verdict = { pass: scratch.take(bytes), unknown: scratch.take(bytes) };
  switch (filter.kind) {
    case "number": {
      const { column } = layout.numbers[filter.name];
      const isF64 = NUMBERS[filter.name].store === "f64";
      const low = filter.min ?? Number.NEGATIVE_INFINITY;
      const high = filter.max ?? Number.POSITIVE_INFINITY;
      if (isF64) kernels.rangeF64(column, layout.words, low, high, verdict.pass, verdict.unknown);
      else
        kernels.rangeI32(column, layout.words, ceilI32(low), floorI32(high), verdict.pass, verdict.unknown);
      break;
    }
    case "category":
      evaluateCategory(
        segment,
        filter.name === "tier" ? tiers : layout.categories[filter.name],
        filter,
        verdict,
      );
      break;
    case "keyed":
      scratch.within(() =>
        evaluateKeyed(segment, layout.keyed[filter.name], filter, OPEN_KEYED.has(filter.name), verdict),
      );
      break;
    case "audience":
      evaluateAudience(segment, filter, verdict);
      break;
  }
  return verdict;
}

function evaluateCategory(
  { layout: { words }, kernels, scratch }: OpenSegment,
  { keys, codes, planes, count }: Coded,
  filter: Extract<Filter, { kind: "category" }>,
  { pass, unknown }: Verdict,
): void {
  const asked = new Set(filter.keys);
  // Of whom nothing is known, nothing is known against.
  const isWanted = (key: string, code: number) => (code === 0 ? filter.none : asked.has(key) !== filter.none);
  if (planes !== 0) {
    const wanted = keys.reduce((mask, key, code) => mask | (Number(isWanted(key, code)) << code), 0);
    kernels.planesAmong(words, planes, count, wanted, pass, unknown);
  } else {
    const wanted = scratch.take(keys.length);
    new Uint8Array(scratch.buffer, wanted, keys.length).set(
      keys.map((key, code) => Number(isWanted(key, code))),
    );
    kernels.codesAmong(words, codes, wanted, pass, unknown);
  }
  if (filter.none) kernels.fill(unknown, 0, words * 8);
}

// Whole numbers: what lies between two of them is cut to the next inside the range; the lowest int32 means unknown.
const ceilI32 = (value: number) => Math.max(UNKNOWN_I32 + 1, Math.min(2 ** 31 - 1, Math.ceil(value)));
const floorI32 = (value: number) => Math.max(UNKNOWN_I32, Math.min(2 ** 31 - 1, Math.floor(value)));
