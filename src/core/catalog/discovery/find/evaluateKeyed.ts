import type { KeyedLayout } from "../segment/layout.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import type { Verdict } from "./evaluateFilter.ts";
import type { Filter } from "./query.ts";

type KeyedFilter = Extract<Filter, { kind: "keyed" }>;

/** Any, all or none of some keys, each with its value in a range where one is asked for. `isOpen`: none at all is unknown. */
export function evaluateKeyed(
  segment: OpenSegment,
  keyed: KeyedLayout,
  filter: KeyedFilter,
  isOpen: boolean,
): Verdict {
  const { kernels, scratch, live } = segment;
  const { words } = segment.layout;
  const isAll = filter.mode === "all";
  const verdict = filledVerdict(segment, isAll ? 255 : 0);
  const { sure, possible } = verdict;
  for (const key of filter.keys) {
    if (!isAll) addKey(segment, keyed, key, filter, verdict);
    else
      scratch.within(() => {
        const one = filledVerdict(segment, 0);
        addKey(segment, keyed, key, filter, one);
        kernels.and(sure, sure, one.sure, words);
        kernels.and(possible, possible, one.possible, words);
      });
  }
  if (filter.mode === "none") {
    kernels.andNot(sure, live, sure, words);
    return { sure, possible: sure };
  }
  if (isOpen)
    scratch.within(() => {
      const without = scratch.take(words * 8);
      kernels.andNot(without, live, keyed.anyBits, words);
      kernels.or(possible, possible, without, words);
    });
  return verdict;
}

function filledVerdict({ layout: { words }, kernels, scratch }: OpenSegment, byte: number): Verdict {
  const verdict = { sure: scratch.take(words * 8), possible: scratch.take(words * 8) };
  kernels.fill(verdict.sure, byte, words * 8);
  kernels.fill(verdict.possible, byte, words * 8);
  return verdict;
}

/** Adds the rows that have the key. */
function addKey(
  { layout: { words }, kernels }: OpenSegment,
  keyed: KeyedLayout,
  key: string,
  { min, max }: KeyedFilter,
  { sure, possible }: Verdict,
): void {
  const found = keyed.rowsOf[keyed.keys.indexOf(key)];
  if (!found) return;
  const { rows, length, bits, values } = found;
  if (min === null && max === null) {
    for (const to of [sure, possible])
      if (bits === 0) kernels.setRows(rows, length, to);
      else kernels.or(to, to, bits, words);
  } else if (values === 0) kernels.setRows(rows, length, possible);
  else {
    const [low, high] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
    kernels.rangeOfRows(rows, values, length, low, high, sure, possible);
    kernels.or(possible, possible, sure, words);
  }
}
