import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import { Coverage } from "#core/solver/coverage";
import { densityRank, fillGreedily } from "#core/solver/greedy";
import { LocalSearch } from "#core/solver/localSearch";
import { Portfolio } from "#core/solver/portfolio";
import { compile } from "#core/solver/problem";

/** Incidences that one re-plan may walk over: a millisecond or two. */
const WORK = 60_000;

/**
 * E[max_S V(S | θ)] − max_S E[V(S | θ)]: what knowing θ before choosing is worth, in the metric's unit. `worlds` are the
 * same items and rows at equally likely values of θ. Both maxima are over the same plans, `base` and what a search from
 * it finds in each world, so that the result is never below 0 and never what a weak search of one side would feign.
 */
export function worthOfKnowing(
  worlds: readonly Instance[],
  base: readonly string[],
  seed: number,
): { readonly worth: number; readonly value: number } {
  const plans = new Map([[base.toSorted().join("\n"), base]]);
  for (const world of worlds)
    for (const plan of replans(world, base, seed)) plans.set(plan.toSorted().join("\n"), plan);
  const coverages = worlds.map((world) => new Coverage(world));
  const values = [...plans.values()].map((plan) => coverages.map((coverage) => coverage.value(plan)));
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / worlds.length;
  const informed = mean(worlds.map((_, w) => Math.max(...values.map((inWorld) => inWorld[w]!))));
  const value = Math.max(...values.map(mean));
  return { worth: Math.max(0, informed - value), value };
}

function replans(world: Instance, base: readonly string[], seed: number): readonly (readonly string[])[] {
  const problem = compile(world, new Set());
  const known = base.flatMap((id) => problem.itemIndex.get(id) ?? []);
  const prices = Float64Array.from(problem.itemOf, ({ cost }) => Math.max(1e-9, cost));
  const groups = Int32Array.from({ length: problem.groupCount }, (_, g) => g);
  const greedy = new Portfolio(problem);
  greedy.reset(known.filter((i) => problem.forced[problem.groupOf[i]!] === 1));
  fillGreedily(greedy, groups, densityRank(prices));
  const search = new LocalSearch(problem, prices, known, new Random(seed));
  search.run(WORK);
  const found = [...(greedy.violation() > 0 ? [] : [greedy.items()]), search.bestItems ?? []];
  return found.filter((items) => items.length > 0).map((items) => items.map((i) => problem.itemOf[i]!.id));
}
