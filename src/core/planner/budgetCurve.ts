import type { Instance } from "#core/instance";
import type { Money } from "#core/money";
import { ATOMS_FEW } from "./atomSample.ts";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import { meanOf, probabilityOf } from "./forecast.ts";
import type { Forecast } from "./planDocument.ts";
import { itemsOf, replan } from "./replan.ts";
import { simulate } from "./simulate.ts";

export interface CurvePoint {
  readonly budgetMinor: number;
  readonly probability: number | null;
  readonly mean: number;
}

const POINTS = 16;
const DRAWS = 2000;

/** Log-spaced budgets from the cheapest item to everything the catalog sells, around the brief's own budget. */
export function curveBudgets(groups: Instance["groups"], budgetMinor: number | null): readonly number[] {
  const costs = groups.flatMap((group) => group.items.map((item) => item.cost)).filter((cost) => cost > 0);
  const everything = groups.reduce(
    (sum, group) => sum + Math.max(0, ...group.items.map((item) => item.cost)),
    0,
  );
  if (costs.length === 0 || everything <= 0) return [];
  const cheapest = Math.min(...costs);
  const from = budgetMinor === null ? cheapest : Math.min(everything, Math.max(cheapest, budgetMinor / 8));
  const to = Math.max(
    budgetMinor === null ? everything : Math.min(everything, budgetMinor * 8),
    from * 1.0001,
  );
  return Array.from({ length: POINTS }, (_, i) => Math.round(from * (to / from) ** (i / (POINTS - 1))));
}

/**
 * Re-plans each budget on the shortlist and draws its outcome. The probability is made non-decreasing: a larger budget
 * can always buy the smaller plan. `known` is the finished plan at the brief's budget.
 */
export function budgetCurve(
  model: CampaignModel,
  groups: Instance["groups"],
  budgets: readonly number[],
  known: CurvePoint | null,
  warmStart: readonly string[],
  seed: number,
  shouldStop: () => boolean,
): readonly CurvePoint[] {
  const points: CurvePoint[] = known ? [known] : [];
  let start = warmStart;
  for (const budgetMinor of budgets) {
    if (shouldStop()) break;
    if (budgetMinor === known?.budgetMinor) continue;
    const instance = instanceFor(model, budgetMinor, groups);
    const solution = replan(instance, seed, start);
    if (solution.status === "infeasible" || solution.status === "no-plan") continue;
    start = solution.chosen;
    const items = itemsOf(solution, model);
    const { outcomes } = simulate(items, model, instance, { draws: DRAWS, seed, atoms: ATOMS_FEW });
    const { target } = model.brief.objective;
    points.push({
      budgetMinor,
      probability: target === null ? null : probabilityOf(outcomes, target),
      mean: meanOf(outcomes),
    });
  }
  points.sort((a, b) => a.budgetMinor - b.budgetMinor);
  let best = { probability: 0, mean: 0 };
  return points.map((point) => {
    best = {
      probability: Math.max(best.probability, point.probability ?? 0),
      mean: Math.max(best.mean, point.mean),
    };
    return { ...point, mean: best.mean, probability: point.probability === null ? null : best.probability };
  });
}

/** The budget from which the target is reached with this chance, between re-planned budgets on a log scale; null: never. */
export function budgetForChance(
  curve: readonly CurvePoint[],
  chance: number,
  currency: string,
): Money | null {
  const at = curve.findIndex((point) => (point.probability ?? 0) >= chance);
  const reached = curve[at];
  if (!reached) return null;
  const before = curve[at - 1];
  const money = (amountMinor: number): Money => ({ amountMinor: Math.ceil(amountMinor), currency });
  const rise = (reached.probability ?? 0) - (before?.probability ?? 0);
  if (!before || before.budgetMinor <= 0 || rise <= 0) return money(reached.budgetMinor);
  const share = (chance - (before.probability ?? 0)) / rise;
  return money(before.budgetMinor * (reached.budgetMinor / before.budgetMinor) ** share);
}

export function budgetsFor(curve: readonly CurvePoint[], currency: string): Forecast["budgetFor"] {
  return {
    "50": budgetForChance(curve, 0.5, currency),
    "80": budgetForChance(curve, 0.8, currency),
    "90": budgetForChance(curve, 0.9, currency),
  };
}
