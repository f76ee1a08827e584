import type { Instance } from "#core/instance";
import { quantileOfSorted } from "#core/maths/quantile";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import { Coverage } from "#core/solver/coverage";
import { amount, spoken } from "./amount.ts";
import { ATOMS_FEW } from "./atomSample.ts";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import { withoutRows } from "./comparison.ts";
import type { PlanParts } from "./describePlan.ts";
import { meanOf, probabilityOf } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import type { ComparisonEntry } from "./planDocument.ts";
import { reachOf } from "./reach.ts";
import { replan } from "./replan.ts";
import { type Simulation, simulate } from "./simulate.ts";

const DRAWS = 4000;
const BISECTIONS = 6;
const TIMES_MAX = 16;

/** A way to spend the money, before it is described. */
export interface Alternative {
  readonly kind: ComparisonEntry["kind"];
  readonly model: CampaignModel;
  readonly items: readonly ItemModel[];
  readonly standIn: boolean;
  readonly simulation: Simulation | null;
  /** What it was chosen from, where it may be chosen again at other money. */
  readonly groups?: Instance["groups"];
  /** Nothing of it is affordable: the cheapest costs this much. */
  readonly tooDearMinor?: number | null;
}

export function entryOf(alternative: Alternative, large: Alternative, parts: PlanParts): ComparisonEntry {
  const { kind, items, model, standIn } = alternative;
  const { brief } = parts.model;
  const { target, metric } = brief.objective;
  const money = (amountMinor: number): Money => ({
    amountMinor: Math.round(amountMinor),
    currency: brief.currency,
  });
  const cost = items.reduce((sum, item) => sum + item.costMinor, 0);
  const instance = instanceFor(model, parts.budget.amountMinor);
  const draws =
    alternative.simulation ??
    (items.length === 0
      ? null
      : simulate(items, model, instance, { draws: DRAWS, seed: parts.seed, atoms: ATOMS_FEW }));
  const sorted = draws?.outcomes.toSorted() ?? new Float64Array(1);
  const reach = items.length === 0 ? null : reachOf(items, model);
  const breakEven = kind === "micro-portfolio" ? breakEvenPrice(alternative, large, cost, parts) : null;
  const entry = {
    kind,
    standIn,
    creators: items.length,
    cost: money(cost),
    followers: items.reduce((sum, item) => sum + item.bundle.followers, 0),
    people: reach?.people ?? 0,
    inTargetShare: reach?.inTargetShare ?? null,
    costPerInTargetPerson: reach && reach.people > 0 ? money(cost / reach.people) : null,
    seesAtLeastOne: reach?.seesAtLeastOne ?? null,
    metricMean: draws ? meanOf(draws.outcomes) : 0,
    metricP05: quantileOfSorted(sorted, 0.05),
    metricP95: quantileOfSorted(sorted, 0.95),
    probabilityOfTarget: target === null ? null : draws ? probabilityOf(draws.outcomes, target) : 0,
    hours: items.reduce((sum, item) => sum + item.hours, 0),
    largestShare: largestShare(items, instance),
    breakEvenPricePerCreator: breakEven === null ? null : money(breakEven),
  };
  const says = (): Sentence => {
    if (kind === "nothing") return sentence("plan.compare.nothing");
    if (items.length === 0) {
      const least = alternative.tooDearMinor ?? null;
      return least === null || !Number.isFinite(least)
        ? sentence(`plan.compare.none.${kind}`)
        : sentence(`plan.compare.tooDear.${kind}`, { least: money(least) });
    }
    return sentence(`plan.compare.${kind}`, {
      count: entry.creators,
      cost: entry.cost,
      followers: entry.followers,
      people: spoken(entry.people, false),
      result: amount(metric, spoken(entry.metricMean, false), brief.currency),
      sees: entry.seesAtLeastOne ?? 0,
      share: entry.largestShare ?? 0,
      hours: entry.hours,
      breakEven:
        entry.breakEvenPricePerCreator === null
          ? []
          : [sentence("plan.compare.breakEven", { price: entry.breakEvenPricePerCreator })],
    });
  };
  return { ...entry, sentence: says() };
}

/** The largest part of the result that would be missing without one creator. */
function largestShare(items: readonly ItemModel[], instance: Instance): number | null {
  if (items.length === 0) return null;
  const coverage = new Coverage(instance);
  const ids = items.map((item) => item.bundle.id);
  const value = coverage.value(ids);
  return value > 0 ? Math.max(...coverage.marginalLosses(ids)) / value : null;
}

/**
 * All-in price per small creator at which the small ones bring as much as the large one for the same money. If the small
 * ones need only the share s of the budget, the price may be 1/s as high. Null: even 16 budgets of them bring less.
 */
function breakEvenPrice(
  small: Alternative,
  large: Alternative,
  cost: number,
  parts: PlanParts,
): number | null {
  const [best] = large.items;
  if (!best || small.items.length === 0 || !small.groups) return null;
  const wanted = new Coverage(instanceFor(large.model, parts.budget.amountMinor)).valueAlone(best.bundle.id);
  const groups = small.groups;
  const brings = (budgetMinor: number) =>
    replan(withoutRows(instanceFor(small.model, budgetMinor, groups)), parts.seed, [], 1).value;
  let high = parts.budget.amountMinor;
  let low = high / TIMES_MAX;
  if (brings(high) < wanted) {
    low = high;
    high *= TIMES_MAX;
    if (brings(high) < wanted) return null;
  } else if (brings(low) >= wanted) return (cost / small.items.length) * TIMES_MAX;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = Math.sqrt(low * high);
    if (brings(middle) >= wanted) high = middle;
    else low = middle;
  }
  return (cost / small.items.length) * (parts.budget.amountMinor / Math.sqrt(low * high));
}
