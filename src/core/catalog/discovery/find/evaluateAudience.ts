import type { OpenSegment } from "../segment/openSegment.ts";
import type { Verdict } from "./evaluateFilter.ts";
import type { Filter } from "./query.ts";
import { sharesOfKeys } from "./sharesOfKeys.ts";

/** What `sharesReach` of the kernels works in. */
const ROOM_BYTES = 3 * 2 * 2048;

/** Whether some keys of a dimension together hold a share: surely, possibly (an unlisted key is not zero), or not. */
export function evaluateAudience(
  segment: OpenSegment,
  { dimension, keys, minBp }: Extract<Filter, { kind: "audience" }>,
): Verdict {
  const { layout, kernels, scratch, live } = segment;
  const { words } = layout;
  const verdict = { sure: scratch.take(words * 8), possible: scratch.take(words * 8) };
  const audience = layout.audience[dimension];
  if (!audience) {
    kernels.fill(verdict.sure, 0, words * 8);
    return { sure: verdict.sure, possible: live };
  }
  const asked = new Set(keys);
  const { rest, cap } = audience;
  scratch.within(() => {
    const shares = sharesOfKeys(segment, audience, asked);
    kernels.sharesReach(
      ...([shares.lists, shares.keys, asked.size, rest, cap, words, Math.ceil(minBp)] as const),
      ...([scratch.take(ROOM_BYTES), verdict.sure, verdict.possible] as const),
    );
  });
  return verdict;
}
