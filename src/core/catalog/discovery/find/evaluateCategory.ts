import type { OpenSegment } from "../segment/openSegment.ts";
import type { PlanesLayout } from "../segment/planes.ts";
import type { Verdict } from "./evaluateFilter.ts";

/** A category of which each row's code lies in planes. */
export interface Coded extends PlanesLayout {
  /** By code; code 0 is unknown. */
  readonly keys: readonly string[];
}

/** One of these words, or with `none` none of them: of whom nothing is known, nothing is known against. */
export function evaluateCategory(
  segment: OpenSegment,
  coded: Coded,
  asked: readonly string[],
  none: boolean,
): Verdict {
  const codes = asked.map((key) => coded.keys.indexOf(key, 1)).filter((code) => code > 0);
  const verdict = rowsOfCodes(segment, coded, codes);
  if (!none) return verdict;
  segment.kernels.andNot(verdict.sure, segment.live, verdict.sure, segment.layout.words);
  return { sure: verdict.sure, possible: verdict.sure };
}

/** Rows that have one of these codes; possible are also those that have code 0. */
export function rowsOfCodes(
  { layout: { words }, kernels, scratch }: OpenSegment,
  { planes, count }: PlanesLayout,
  codes: readonly number[],
): Verdict {
  const verdict = { sure: scratch.take(words * 8), possible: scratch.take(words * 8) };
  scratch.within(() => {
    const wanted = scratch.put(Uint32Array.from(codes));
    kernels.planesAmong(words, planes, count, wanted, codes.length, verdict.sure, verdict.possible);
  });
  return verdict;
}
