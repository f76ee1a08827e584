import type { CategoryLayout } from "../segment/layout.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { NO_PLANES } from "../segment/planes.ts";
import type { TierBands } from "./query.ts";

/** A category as it is looked through. */
export type Coded = CategoryLayout;

/** The tier of every row: as the index was built, or by the bands of a chosen policy, worked out here. */
export function tierCodes({ layout, kernels, scratch }: OpenSegment, bands: TierBands | null): Coded {
  if (bands === null) return layout.categories.tier;
  const keys = ["", ...new Set(bands.map(({ tier }) => tier).filter((tier) => tier !== null))];
  const bounds = scratch.take(bands.length * 8);
  new Float64Array(scratch.buffer, bounds, bands.length).set(bands.map(({ from }) => from));
  const labels = scratch.take((bands.length + 1) * 4);
  // Below the first band there is no tier.
  new Uint32Array(scratch.buffer, labels, bands.length + 1).set([
    0,
    ...bands.map(({ tier }) => (tier === null ? 0 : keys.indexOf(tier))),
  ]);
  const codes = scratch.take(layout.words * 64 * 4);
  kernels.labelBands(layout.words, layout.numbers.followers.column, bounds, bands.length, labels, codes);
  return { keys, codes, ...NO_PLANES };
}
