import { quantileOfSorted } from "#core/maths/quantile";
import { ATOMS_FEW } from "./atomSample.ts";
import { instanceFor } from "./campaignModel.ts";
import type { Alternative } from "./comparisonEntry.ts";
import { itemsOf, replan, withoutRows } from "./replan.ts";
import { simulate } from "./simulate.ts";

const DRAWS = 1000;
const HALVINGS = 8;

/** At which all-in price a small creator would be the better buy, in minor units. */
export interface BreakEven {
  /** Null: no number of these small creators likely brings what the large one brings. */
  readonly priceMinor: number | null;
  /** What they cost each today, on average, in the portfolio that equals the large one. */
  readonly todayMinor: number;
  /** What the large one costs: the money both sides get. */
  readonly moneyMinor: number;
}

/**
 * All-in price per small creator at which the small ones likely bring (median) what the large one does for the money it
 * costs. If n of them are needed, each may cost a n-th of that. Null where either side is empty.
 */
export function breakEvenPrice(small: Alternative, large: Alternative, seed: number): BreakEven | null {
  const { groups, model } = small;
  const [best] = large.items;
  if (!best || !large.simulation || !groups || small.items.length === 0) return null;
  const wanted = quantileOfSorted(large.simulation.outcomes.toSorted(), 0.5);
  const at = (budgetMinor: number) => {
    const instance = withoutRows(instanceFor(model, budgetMinor, groups));
    const items = itemsOf(replan(instance, seed, [], 1), model);
    const { outcomes } = simulate(items, model, instance, { draws: DRAWS, seed, atoms: ATOMS_FEW });
    const costMinor = items.reduce((sum, item) => sum + item.costMinor, 0);
    return { enough: quantileOfSorted(outcomes.toSorted(), 0.5) >= wanted, costMinor, count: items.length };
  };
  const costs = groups.map((group) => group.items.map((item) => item.cost));
  let low = costs.flat().reduce((min, cost) => Math.min(min, cost), Number.POSITIVE_INFINITY);
  let high = costs.reduce((sum, own) => sum + Math.max(...own), 0);
  const moneyMinor = best.costMinor;
  let found = at(high);
  if (!found.enough) return { priceMinor: null, todayMinor: found.costMinor / found.count, moneyMinor };
  for (let i = 0; i < HALVINGS; i++) {
    const middle = Math.sqrt(low * high);
    const tried = at(middle);
    if (tried.enough) [high, found] = [middle, tried];
    else low = middle;
  }
  return { priceMinor: moneyMinor / found.count, todayMinor: found.costMinor / found.count, moneyMinor };
}
