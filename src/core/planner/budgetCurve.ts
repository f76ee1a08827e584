import type { Instance } from "#core/instance";
import type { Money } from "#core/money";
import { ATOMS_FEW } from "./atomSample.ts";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import { meanOf, probabilityOf } from "./forecast.ts";
import type { Forecast } from "./planDocument.ts";
import { itemsOf, replan, shortlist } from "./replan.ts";
import { simulate } from "./simulate.ts";

export interface CurvePoint {
  readonly budgetMinor: number;
  readonly probability: number | null;
  readonly mean: number;
}

interface PlannedPoint extends CurvePoint {
  readonly chosen: readonly string[];
}

const POINTS = 16;
/** Above this many creators luck of their own averages out: fewer draws show what moves them all, at bounded work. */
const DRAWS = 2000;
const DRAWS_LEAST = 500;
const CREATORS_OF_ALL_DRAWS = 200;
/** Chances whose budgets are sought, and how often the gap around each is halved (on a log scale). */
const CHANCES = [0.5, 0.8, 0.9];
const HALVINGS = 4;
/** Where a shortlist's whole offer leaves the target less likely than this, the whole catalog is planned on. */
const NEARLY_SURE = 0.95;
/** Budgets beyond the first that reaches the target this surely say nothing more. */
const SURE = 0.995;

/** Log-spaced budgets from the cheapest item to everything the groups sell: no budget of a brief enters. */
export function curveBudgets(groups: Instance["groups"]): readonly number[] {
  const costs = groups.flatMap((group) => group.items.map((item) => item.cost)).filter((cost) => cost > 0);
  const everything = groups.reduce(
    (sum, group) => sum + Math.max(0, ...group.items.map((item) => item.cost)),
    0,
  );
  if (costs.length === 0 || everything <= 0) return [];
  const from = costs.reduce((min, cost) => Math.min(min, cost), Number.POSITIVE_INFINITY);
  const to = Math.max(everything, from * 1.0001);
  return Array.from({ length: POINTS }, (_, i) => Math.round(from * (to / from) ** (i / (POINTS - 1))));
}

/**
 * Re-plans a grid of budgets and draws each outcome, then halves the gaps in which the target becomes as likely as one
 * of the chances. The probability is made non-decreasing: a larger budget can always buy the smaller plan. `known` is
 * the finished plan at the brief's budget, shown among the rest.
 */
export function budgetCurve(
  model: CampaignModel,
  known: CurvePoint | null,
  seed: number,
  shouldStop: () => boolean,
): readonly CurvePoint[] {
  const short = shortlist(model, []);
  const points: PlannedPoint[] = [];
  const add = (budgetMinor: number, groups: Instance["groups"]) => {
    if (shouldStop() || points.some((point) => point.budgetMinor === budgetMinor)) return;
    const below = points.filter((point) => point.budgetMinor < budgetMinor).at(-1);
    const point = pointAt(budgetMinor, model, groups, below?.chosen ?? [], seed);
    if (point === null) return;
    points.push(point);
    points.sort((a, b) => a.budgetMinor - b.budgetMinor);
  };
  const isSure = () => (points.at(-1)?.probability ?? 0) >= SURE;
  for (const budget of curveBudgets(short)) if (!isSure()) add(budget, short);
  const wider = short.length < model.groups.length && (points.at(-1)?.probability ?? 1) < NEARLY_SURE;
  const groups = wider ? model.groups : short;
  const reached = points.at(-1)?.budgetMinor ?? 0;
  if (wider)
    for (const budget of curveBudgets(groups).filter((other) => other > reached)) add(budget, groups);
  if (model.brief.objective.target !== null)
    for (const chance of new Set([...CHANCES, model.brief.risk.confidence]))
      for (let i = 0; i < HALVINGS; i++) {
        const between = crossing(points, chance);
        if (between !== null) add(between, groups);
      }
  for (let i = points.length; i < POINTS; i++) {
    const between = widestGap(points);
    if (between !== null) add(between, groups);
  }
  return nonDecreasing(known === null ? points : [...points, known]);
}

function pointAt(
  budgetMinor: number,
  model: CampaignModel,
  groups: Instance["groups"],
  warmStart: readonly string[],
  seed: number,
): PlannedPoint | null {
  const instance = instanceFor(model, budgetMinor, groups);
  const solution = replan(instance, seed, warmStart);
  if (solution.status === "infeasible" || solution.status === "no-plan") return null;
  const items = itemsOf(solution, model);
  const draws = Math.round(DRAWS * Math.min(1, CREATORS_OF_ALL_DRAWS / Math.max(1, items.length)));
  const { outcomes } = simulate(items, model, instance, {
    ...{ draws: Math.max(DRAWS_LEAST, draws), seed, atoms: ATOMS_FEW },
  });
  const { target } = model.brief.objective;
  return {
    budgetMinor,
    probability: target === null ? null : probabilityOf(outcomes, target),
    mean: meanOf(outcomes),
    chosen: solution.chosen,
  };
}

/** The middle of the widest gap, on a log scale: the curve keeps its sixteen points where it ended early. */
function widestGap(points: readonly CurvePoint[]): number | null {
  let [widest, between]: [number, number | null] = [1.0001, null];
  points.forEach(({ budgetMinor }, i) => {
    const before = points[i - 1]?.budgetMinor ?? budgetMinor;
    if (budgetMinor / before <= widest) return;
    [widest, between] = [budgetMinor / before, Math.round(Math.sqrt(before * budgetMinor))];
  });
  return between;
}

/** The middle, on a log scale, of the two budgets between which the chance is first reached; null where it is not. */
function crossing(points: readonly CurvePoint[], chance: number): number | null {
  const at = points.findIndex((point) => (point.probability ?? 0) >= chance);
  const [before, reached] = [points[at - 1], points[at]];
  if (!before || !reached) return null;
  const middle = Math.round(Math.sqrt(before.budgetMinor * reached.budgetMinor));
  return middle > before.budgetMinor && middle < reached.budgetMinor ? middle : null;
}

function nonDecreasing(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const sorted = points.toSorted((a, b) => a.budgetMinor - b.budgetMinor);
  let best = { probability: 0, mean: 0 };
  return sorted.map(({ budgetMinor, ...point }) => {
    best = {
      probability: Math.max(best.probability, point.probability ?? 0),
      mean: Math.max(best.mean, point.mean),
    };
    return {
      budgetMinor,
      mean: best.mean,
      probability: point.probability === null ? null : best.probability,
    };
  });
}

/** The smallest re-planned budget whose plan reaches the target with this chance; null: none does. */
export function budgetForChance(
  curve: readonly CurvePoint[],
  chance: number,
  currency: string,
): Money | null {
  const reached = curve.find((point) => (point.probability ?? 0) >= chance);
  return reached ? { amountMinor: reached.budgetMinor, currency } : null;
}

export function budgetsFor(curve: readonly CurvePoint[], currency: string): Forecast["budgetFor"] {
  return {
    "50": budgetForChance(curve, 0.5, currency),
    "80": budgetForChance(curve, 0.8, currency),
    "90": budgetForChance(curve, 0.9, currency),
  };
}
