import type { Metric } from "#core/brief/brief";
import { quantileOfSorted } from "#core/maths/quantile";
import type { Money } from "#core/money";
import type { CampaignModel } from "./campaignModel.ts";
import type { Forecast } from "./planDocument.ts";
import type { Simulation } from "./simulate.ts";
import { assumedVarianceShare } from "./variance.ts";

const BINS = 40;
/** Above this share of variance carried by assumptions, or of result by creators nobody measured, a plan is rough. */
export const ROUGH_FROM = 0.5;

export function unitOf(metric: Metric): Forecast["unit"] {
  if (metric === "reach") return "people";
  return metric === "revenue" || metric === "turnoverGrowth" ? "minor" : "count";
}

/** The outcome of a finished plan as a distribution, from its draws. */
export function forecastOf(
  simulation: Simulation,
  assumedOnly: Simulation,
  target: number | null,
  budgetFor: Forecast["budgetFor"],
  unmeasuredShare: number,
  model: CampaignModel,
): Forecast {
  const { outcomes } = simulation;
  const sorted = outcomes.toSorted();
  const draws = outcomes.length;
  const probability = target === null ? null : probabilityOf(outcomes, target);
  const share = assumedVarianceShare(simulation, assumedOnly);
  return {
    metric: model.metric.metric,
    unit: unitOf(model.metric.metric),
    mean: meanOf(outcomes),
    p05: quantileOfSorted(sorted, 0.05),
    p25: quantileOfSorted(sorted, 0.25),
    p50: quantileOfSorted(sorted, 0.5),
    p75: quantileOfSorted(sorted, 0.75),
    p95: quantileOfSorted(sorted, 0.95),
    probabilityOfTarget: probability,
    monteCarloError: probability === null ? null : Math.sqrt((probability * (1 - probability)) / draws),
    draws,
    budgetFor,
    targetFor:
      target === null
        ? {
            "80": quantileOfSorted(sorted, 0.2),
            "50": quantileOfSorted(sorted, 0.5),
            "20": quantileOfSorted(sorted, 0.8),
          }
        : null,
    rough: share > ROUGH_FROM || unmeasuredShare > ROUGH_FROM,
    histogram: histogramOf(sorted),
    assumedVarianceShare: share,
    unmeasuredShare,
    profit: profitOf(simulation, model),
  };
}

export function probabilityOf(outcomes: Float64Array, target: number): number {
  return outcomes.reduce((hits, outcome) => hits + Number(outcome >= target), 0) / outcomes.length;
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Draws at or beyond the 99.5th percentile fall into the last bin: one wild draw shall not flatten the picture. */
function histogramOf(sorted: Float64Array): Forecast["histogram"] {
  const from = quantileOfSorted(sorted, 0);
  const to = Math.max(quantileOfSorted(sorted, 0.995), from + 1e-9);
  const counts = new Array<number>(BINS).fill(0);
  for (const value of sorted) {
    const bin = Math.min(BINS - 1, Math.floor(((value - from) / (to - from)) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from, to, counts };
}

/** Margin that one unit of the metric brings; null without a margin or for metrics that sell nothing. */
export function marginPerUnitMinor({ brief, metric }: CampaignModel): number | null {
  const margin = brief.order.grossMargin;
  const sells = ["orders", "newCustomers", "revenue", "turnoverGrowth"].includes(metric.metric);
  if (margin === null || !sells) return null;
  const perUnitMinor = margin * (unitOf(metric.metric) === "minor" ? 1 : metric.orderNetMinor);
  return perUnitMinor > 0 ? perUnitMinor : null;
}

/** Orders (or revenue) × margin − what was spent; null without a margin or for metrics that sell nothing. */
function profitOf(simulation: Simulation, model: CampaignModel): Forecast["profit"] {
  const { brief } = model;
  const perUnitMinor = marginPerUnitMinor(model);
  if (perUnitMinor === null) return null;
  const profits = simulation.outcomes.map(
    (outcome, d) => outcome * perUnitMinor - (simulation.spent[d] ?? 0),
  );
  const sorted = profits.toSorted();
  const money = (amountMinor: number): Money => ({
    amountMinor: Math.round(amountMinor),
    currency: brief.currency,
  });
  return {
    breakEven: Math.ceil(meanOf(simulation.spent) / perUnitMinor),
    p05: money(quantileOfSorted(sorted, 0.05)),
    mean: money(meanOf(profits)),
    probabilityOfLoss: profits.reduce((losses, profit) => losses + Number(profit < 0), 0) / profits.length,
  };
}
