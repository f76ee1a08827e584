import { NUMBERS, type NumberName } from "../figures.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import type { Verdict } from "./evaluateFilter.ts";
import type { Range } from "./query.ts";

/** No row has this code. */
const NO_CODE = 255;

/** A number in a range. */
export function evaluateNumber(
  { layout, kernels, scratch }: OpenSegment,
  name: NumberName,
  { min, max }: Range,
): Verdict {
  const { words } = layout;
  const { column, sketch } = layout.numbers[name];
  const verdict = { sure: scratch.take(words * 8), possible: scratch.take(words * 8) };
  const [low, high] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  const { codes, least, most } = sketch;
  // Codes ascend with their values: those inside follow each other, with at most one that is half inside at either end.
  const hasValues = (code: number) => least[code]! <= most[code]!;
  const isInside = (_: number, code: number) => hasValues(code) && least[code]! >= low && most[code]! <= high;
  const isEdge = (_: number, code: number) =>
    hasValues(code) && least[code]! <= high && most[code]! >= low && !isInside(_, code);
  const [from, to] = [least.findIndex(isInside), least.findLastIndex(isInside)];
  const [below, above] = [least.findIndex(isEdge), least.findLastIndex(isEdge)];
  kernels.rangeOfCodes(
    ...([codes, words, from < 0 ? NO_CODE : from, Math.max(to, 0)] as const),
    ...([below < 0 ? NO_CODE : below, above < 0 ? NO_CODE : above] as const),
    ...([column, NUMBERS[name].store === "f64", low, high, verdict.sure, verdict.possible] as const),
  );
  return verdict;
}
