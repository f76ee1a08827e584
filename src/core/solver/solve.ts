import type { Instance } from "#core/instance";
import type { Solution, SolveOptions } from "#core/solution";
import { Deadline } from "./deadline.ts";
import { PlanSearch } from "./planSearch.ts";

/**
 * The best plan found within the given time or passes, with a certificate that needs nothing of this room to be checked.
 * The same instance, seed and passes give the same plan and bytes on every machine; only `seconds` differ. Stops at once
 * when optimality or infeasibility is proven.
 */
export function solve(instance: Instance, options: SolveOptions): Solution {
  const search = new PlanSearch(instance, options);
  const passesMax = options.passesMax ?? Number.POSITIVE_INFINITY;
  const deadline = new Deadline(options.secondsMax, options.elapsedSeconds, () => search.rehearse());
  while (!search.settled) {
    search.pass();
    const { passes, upperBound, value } = search;
    options.onProgress?.({ passes, value, upperBound });
    if (search.settled || passes >= passesMax || deadline.reached() || options.shouldStop?.()) break;
  }
  return search.solution(options.elapsedSeconds);
}
