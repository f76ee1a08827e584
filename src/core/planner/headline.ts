import type { Brief } from "#core/brief/brief";
import { type Sentence, sentence } from "#core/sentence";
import { amount, chance, outcome, plainAmount } from "./amount.ts";
import type { Forecast, PlanDocument } from "./planDocument.ts";

/** The sentence a boss understands. */
export function headOf(
  totals: PlanDocument["totals"],
  forecast: Forecast,
  shape: PlanDocument["shape"],
  brief: Brief,
): Sentence {
  const { metric, target, by } = brief.objective;
  const { currency } = brief;
  const say = (value: number) => outcome(value, forecast.rough);
  const values = {
    rough: roughnessOf(forecast, shape),
    cost: totals.cost,
    hours: totals.hours,
    creators: totals.creators,
    by,
    likely: amount(metric, say(forecast.p50), currency),
    low: plainAmount(metric, say(forecast.p05), currency),
    high: plainAmount(metric, say(forecast.p95), currency),
    paysBack:
      forecast.profit === null
        ? []
        : [
            sentence("plan.head.paysBack", {
              from: plainAmount(metric, forecast.profit.breakEven, currency),
            }),
          ],
  };
  if (target === null || forecast.probabilityOfTarget === null) return sentence("plan.head.open", values);
  return sentence("plan.head.target", {
    ...values,
    target: amount(metric, Math.ceil(target), currency),
    chance: chance(forecast.probabilityOfTarget),
  });
}

/** What has to be known before the figures are read. */
function roughnessOf(forecast: Forecast, shape: PlanDocument["shape"]): readonly Sentence[] {
  if (shape === null) return forecast.rough ? [sentence("plan.head.rough")] : [];
  const part = forecast.rough ? "plan.head.partShapeRough" : "plan.head.partShape";
  return [sentence(shape.named === 0 ? "plan.head.shape" : part)];
}

/** What happens in the worst of twenty campaigns, and the money lost in it where a margin says what a result is worth. */
export function badCaseOf(totals: PlanDocument["totals"], forecast: Forecast, brief: Brief): Sentence {
  const { metric } = brief.objective;
  const low = amount(metric, outcome(forecast.p05, forecast.rough), brief.currency);
  if (forecast.profit === null)
    return sentence("plan.badCase.plain", { low, cost: totals.cost, budget: totals.cost });
  const { amountMinor } = forecast.profit.p05;
  if (amountMinor >= 0) return sentence("plan.badCase.gain", { low, gain: forecast.profit.p05 });
  return sentence("plan.badCase.loss", {
    low,
    loss: { amountMinor: -amountMinor, currency: brief.currency },
    cost: totals.cost,
    chance: forecast.profit.probabilityOfLoss,
  });
}
