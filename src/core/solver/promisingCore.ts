import type { Instance } from "#core/instance";
import { compile, type Problem } from "./problem.ts";

/** Items that the search may look at, and entries of own p: a round walks over all of them. */
const ITEMS_OF_A_SMALL_CORE = 300;
const ITEMS_PER_CHOSEN = 30;
const OWN_ENTRIES_MAX = 1_000_000;
const SHARE_OF_SUPPORT = 1e-3;

/**
 * The instance laid out with its promising items only: the plan, the support of the relaxed choice, then by what the
 * dual's multipliers leave of an item's gain. Also what each costs by these multipliers, at least a trifle.
 */
export function promisingCore(
  instance: Instance,
  problem: Problem,
  dual: { readonly x: Float64Array; readonly gain: Float64Array; readonly price: Float64Array },
  chosen: readonly number[],
): { readonly problem: Problem; readonly price: Float64Array } {
  const score = dual.gain.map((gain, i) => gain - dual.price[i]!);
  for (let i = 0; i < score.length; i++)
    if (dual.x[i]! > SHARE_OF_SUPPORT || problem.forced[problem.groupOf[i]!] === 1)
      score[i] = Number.MAX_VALUE;
  for (const i of chosen) score[i] = Number.MAX_VALUE;
  const order = Array.from(score.keys()).sort((i, j) => score[j]! - score[i]! || i - j);
  const minima = problem.rows.reduce((sum, { kind, cap }) => sum + (kind === "min" ? -cap : 0), 0);
  const itemsMax = ITEMS_OF_A_SMALL_CORE + ITEMS_PER_CHOSEN * (chosen.length + minima);
  const outside = new Set<string>();
  let entries = 0;
  order.forEach((i, rank) => {
    const g = problem.groupOf[i]!;
    const own = problem.ownStart[i]! < 0 ? 0 : problem.incidenceStart[g + 1]! - problem.incidenceStart[g]!;
    const wanted = score[i] === Number.MAX_VALUE || (rank < itemsMax && entries + own <= OWN_ENTRIES_MAX);
    if (wanted) entries += own;
    else outside.add(problem.itemOf[i]!.id);
  });
  const core = outside.size === 0 ? problem : compile(instance, outside);
  const mean =
    dual.price.reduce((sum, price) => sum + Math.max(0, price), 0) / Math.max(1, dual.price.length);
  const price = Float64Array.from(core.itemOf, ({ id }) =>
    mean === 0 ? 1 : Math.max(1e-3 * mean, dual.price[problem.itemIndex.get(id)!]!),
  );
  return { problem: core, price };
}
