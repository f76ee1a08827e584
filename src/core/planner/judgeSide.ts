import { Coverage } from "#core/solver/coverage";
import { ATOMS_FEW } from "./atomSample.ts";
import { DRAWS_ASSUMED, type PlanParts, unmeasuredShare } from "./describePlan.ts";
import { forecastOf } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import type { JudgedSide } from "./judgeDocument.ts";
import { planLine } from "./line.ts";
import { reachOf } from "./reach.ts";
import { DRAWS, simulate } from "./simulate.ts";
import { totalsOf } from "./totals.ts";

const NOT_ASKED = { "50": null, "80": null, "90": null };

/** What these items bring for their money, by the same draws as a plan of them. */
export function judgedSide(
  items: readonly ItemModel[],
  { model, instance, budget, seed }: PlanParts,
): JudgedSide {
  const { brief } = model;
  const { target } = brief.objective;
  const ids = items.map(({ bundle }) => bundle.id);
  const coverage = new Coverage(instance);
  const losses = coverage.marginalLosses(ids);
  const planValue = coverage.value(ids);
  const simulation = simulate(items, model, instance, { draws: DRAWS, seed });
  const assumedOnly = simulate(items, model, instance, {
    ...{ draws: DRAWS_ASSUMED, seed, atoms: ATOMS_FEW, assumedOnly: true },
  });
  const share = unmeasuredShare(items, losses);
  const {
    budgetFor: _,
    targetFor: __,
    ...forecast
  } = forecastOf(...([simulation, assumedOnly, target, NOT_ASKED, share, model] as const));
  const lines = items.map((item, i) => {
    const values = { marginal: losses[i] ?? 0, alone: coverage.valueAlone(item.bundle.id), planValue };
    return planLine(item, { ...values, dropAtMinor: null }, model);
  });
  const totals = totalsOf(items, lines, simulation, budget, false, brief);
  const reach = reachOf(items, model);
  const { amountMinor, currency } = totals.cost;
  return {
    totals,
    forecast,
    reach: {
      ...reach,
      costPerInTargetPerson:
        reach.people > 0 ? { amountMinor: Math.round(amountMinor / reach.people), currency } : null,
    },
  };
}
