import type { OpenSegment } from "../segment/openSegment.ts";
import { COUNTED_PLANES_MAX, planesFor } from "../segment/planes.ts";
import type { CodedRows } from "./countFacets.ts";
import { evaluateNumber } from "./evaluateNumber.ts";
import type { TierBands } from "./query.ts";

/** The tier of every row by the bands of a chosen policy; below the first band there is none. */
export function tiersOfBands(segment: OpenSegment, bands: TierBands): CodedRows {
  const {
    layout: { words },
    kernels,
    scratch,
  } = segment;
  const keys = ["", ...new Set(bands.map(({ tier }) => tier).filter((tier) => tier !== null))];
  const count = planesFor(keys.length);
  if (count > COUNTED_PLANES_MAX)
    throw new RangeError(`${keys.length - 1} tiers in one policy cannot be counted`);
  const planes = scratch.take(count * words * 8);
  kernels.fill(planes, 0, count * words * 8);
  for (const { from, tier } of bands)
    scratch.within(() => {
      const { sure } = evaluateNumber(segment, "followers", { min: from, max: null });
      const code = tier === null ? 0 : keys.indexOf(tier);
      for (let plane = 0; plane < count; plane++) {
        const at = planes + plane * words * 8;
        const combine = (code >>> plane) & 1 ? kernels.or : kernels.andNot;
        combine(at, at, sure, words);
      }
    });
  return { keys, codes: 0, codeBytes: 1, planes, count };
}
