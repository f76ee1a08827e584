import type { KeyedLayout } from "../segment/layout.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import type { Verdict } from "./evaluateFilter.ts";
import type { Filter } from "./query.ts";

/** Any, all or none of some keys, each with its value in a range where one is asked for. `isOpen`: none at all is unknown. */
export function evaluateKeyed(
  segment: OpenSegment,
  keyed: KeyedLayout,
  filter: Extract<Filter, { kind: "keyed" }>,
  isOpen: boolean,
  { pass, unknown }: Verdict,
): void {
  const { kernels, scratch, live } = segment;
  const { words } = segment.layout;
  const bytes = words * 8;
  const one: Verdict = { pass: scratch.take(bytes), unknown: scratch.take(bytes) };
  const isAll = filter.mode === "all";
  kernels.fill(pass, isAll ? 255 : 0, bytes);
  kernels.fill(unknown, isAll ? 255 : 0, bytes);
  // `unknown` holds meanwhile what may hold: pass and unknown together.
  for (const key of filter.keys) {
    evaluateKey(segment, keyed, key, filter, one);
    if (isOpen) addUnknownWithoutAny(segment, keyed, one);
    kernels.or(one.unknown, one.unknown, one.pass, words);
    const combine = isAll ? kernels.and : kernels.or;
    combine(pass, pass, one.pass, words);
    combine(unknown, unknown, one.unknown, words);
  }
  if (filter.mode === "none") {
    kernels.andNot(pass, live, pass, words);
    kernels.fill(unknown, 0, bytes);
  } else kernels.andNot(unknown, unknown, pass, words);
}

function evaluateKey(
  { layout: { words }, kernels }: OpenSegment,
  keyed: KeyedLayout,
  key: string,
  { min, max }: { min: number | null; max: number | null },
  { pass, unknown }: Verdict,
): void {
  kernels.fill(pass, 0, words * 8);
  kernels.fill(unknown, 0, words * 8);
  const found = keyed.rowsOf[keyed.keys.indexOf(key)];
  if (!found) return;
  if (min === null && max === null) {
    if (found.bits === 0) kernels.setRows(found.rows, found.length, pass);
    else kernels.or(pass, pass, found.bits, words);
  } else if (found.values === 0) kernels.setRows(found.rows, found.length, unknown);
  else {
    const [low, high] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
    kernels.rangeOfRows(found.rows, found.values, found.length, low, high, pass, unknown);
  }
}

function addUnknownWithoutAny(
  { layout, kernels, scratch, live }: OpenSegment,
  keyed: KeyedLayout,
  one: Verdict,
) {
  scratch.within(() => {
    const without = scratch.take(layout.words * 8);
    kernels.andNot(without, live, keyed.anyBits, layout.words);
    kernels.or(one.unknown, one.unknown, without, layout.words);
  });
}
