import type { OpenSegment } from "../segment/openSegment.ts";
import type { Verdict } from "./evaluateFilter.ts";
import type { Filter } from "./query.ts";

/** Whether some keys of a dimension together hold a share: surely, perhaps (an unlisted key is not zero), or not. */
export function evaluateAudience(
  { layout, kernels, scratch, live }: OpenSegment,
  { dimension, keys, minBp }: Extract<Filter, { kind: "audience" }>,
  { pass, unknown }: Verdict,
): void {
  const { words } = layout;
  const audience = layout.audience[dimension];
  if (!audience) {
    kernels.fill(pass, 0, words * 8);
    kernels.or(unknown, live, live, words);
    return;
  }
  scratch.within(() => {
    const bytes = words * 64 * 4;
    const [low, high, listed] = [scratch.take(bytes), scratch.take(bytes), scratch.take(bytes)];
    for (const column of [low, high, listed]) kernels.fill(column, 0, bytes);
    const asked = new Set(keys);
    for (const key of asked) {
      const list = audience.lists[audience.keys.indexOf(key)];
      if (list) kernels.addShares(list.rows, list.values, list.length, low, high, listed);
    }
    const { rest, cap } = audience;
    kernels.sharesReach(low, high, listed, rest, cap, asked.size, words, Math.ceil(minBp), pass, unknown);
  });
}
