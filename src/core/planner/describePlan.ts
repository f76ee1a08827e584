import type { Instance } from "#core/instance";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { alternatives, dropAtCost, reserveOf } from "./alternatives.ts";
import { ATOMS_FEW } from "./atomSample.ts";
import { budgetCurve, budgetsFor, type CurvePoint, curveBudgets } from "./budgetCurve.ts";
import type { CampaignModel } from "./campaignModel.ts";
import { comparisonOf } from "./comparison.ts";
import { forecastOf, meanOf, probabilityOf } from "./forecast.ts";
import { badCaseOf, headOf } from "./headline.ts";
import { invitationsFor } from "./invitations.ts";
import { planLine } from "./line.ts";
import type { PlanInput, PlanStep } from "./makePlan.ts";
import type { PlanDocument } from "./planDocument.ts";
import { reachOf } from "./reach.ts";
import { itemsOf, shortlist } from "./replan.ts";
import { sensitivityOf } from "./sensitivity.ts";
import { simulate } from "./simulate.ts";
import { totalsOf } from "./totals.ts";
import { topAssumptions } from "./variance.ts";
import { warningsOf } from "./warnings.ts";

const DRAWS = 10_000;
const DRAWS_ASSUMED = 2_000;
const TOP_ASSUMPTIONS = 3;

export interface PlanParts {
  readonly model: CampaignModel;
  readonly input: PlanInput;
  readonly instance: Instance;
  readonly solution: Solution;
  readonly budget: Money;
  /** Already made where the budget is Chorale's own proposal. */
  readonly curve: readonly CurvePoint[] | null;
  readonly seed: number;
  readonly step: (name: PlanStep) => void;
}

/** The finished plan as its document. */
export function planDocument(parts: PlanParts): PlanDocument {
  const { solution } = parts;
  return solution.status === "infeasible" || solution.status === "no-plan"
    ? withoutPlan(parts, solution.status)
    : withPlan(parts);
}

function withPlan(parts: PlanParts): PlanDocument {
  const { model, input, instance, solution, budget, seed, step } = parts;
  const { brief } = model;
  const items = itemsOf(solution, model).toSorted((a, b) => b.value - a.value || b.views - a.views);
  const chosen = items.map((item) => item.bundle.id);
  const simulation = simulate(items, model, instance, { draws: DRAWS, seed });
  const assumedOnly = simulate(items, model, instance, {
    draws: DRAWS_ASSUMED,
    seed,
    atoms: ATOMS_FEW,
    assumedOnly: true,
  });
  step("budgets");
  const { target } = brief.objective;
  const known: CurvePoint = {
    budgetMinor: budget.amountMinor,
    probability: target === null ? null : probabilityOf(simulation.outcomes, target),
    mean: meanOf(simulation.outcomes),
  };
  const groups = shortlist(model, chosen);
  const stop = input.shouldStop ?? (() => false);
  const curve =
    parts.curve ??
    budgetCurve(model, groups, curveBudgets(groups, budget.amountMinor), known, [], seed, stop);
  const forecast = forecastOf(simulation, assumedOnly, target, budgetsFor(curve, brief.currency), model);
  const others = alternatives(chosen, model, instance);
  const losses = others.coverage.marginalLosses(chosen);
  const unspent = budget.amountMinor - items.reduce((sum, item) => sum + item.costMinor, 0);
  const lines = items.map((item, i) =>
    planLine(
      item,
      {
        marginal: losses[i] ?? 0,
        alone: others.coverage.valueAlone(item.bundle.id),
        planValue: solution.value,
        dropAtMinor: dropAtCost(item.bundle.id, losses[i] ?? 0, unspent, others),
      },
      model,
    ),
  );
  const totals = totalsOf(items, lines, simulation, budget, brief.budget === null, brief);
  const { people, ...reach } = reachOf(items, model);
  const top = topAssumptions(simulation, TOP_ASSUMPTIONS);
  step("comparison");
  return {
    ...common(parts),
    status: "ok",
    head: headOf(totals, forecast, brief),
    badCase: badCaseOf(totals, forecast, brief),
    lines,
    totals,
    forecast,
    reach: {
      people,
      ...reach,
      costPerInTargetPerson:
        people > 0
          ? { amountMinor: Math.round(totals.cost.amountMinor / people), currency: brief.currency }
          : null,
    },
    comparison: comparisonOf(parts, groups, items, simulation),
    budgetCurve: curve.map(({ budgetMinor, probability, mean }) => ({
      budget: { amountMinor: budgetMinor, currency: brief.currency },
      probability,
      mean,
    })),
    reserve: reserveOf(losses, others, brief.currency),
    invitations: invitationsFor(items.length, brief.risk.confidence, model.book),
    topAssumptions: top.map(({ key, varianceShare }) => ({ key, varianceShare })),
    sensitivity: sensitivityOf(items, chosen, top, parts),
    warnings: warningsOf(items, forecast, parts),
    fx: [...new Set(items.flatMap((item) => item.bundle.pieces.flatMap((piece) => piece.offer.price.fx)))],
    // Last: by now every figure that was needed has been looked up.
    assumptions: model.book.used(),
  };
}

function withoutPlan(parts: PlanParts, status: "infeasible" | "no-plan"): PlanDocument {
  const { model, solution, budget } = parts;
  const conflict = solution.conflict ?? null;
  const head: Sentence =
    status === "infeasible"
      ? sentence("plan.head.infeasible", { conflict: (conflict ?? []).join(", ") })
      : sentence("plan.head.noPlan");
  return {
    ...common(parts),
    status,
    head,
    badCase: null,
    lines: [],
    totals: totalsOf([], [], null, budget, model.brief.budget === null, model.brief),
    forecast: null,
    reach: null,
    comparison: [],
    budgetCurve: [],
    reserve: [],
    invitations: invitationsFor(0, model.brief.risk.confidence, model.book),
    topAssumptions: [],
    sensitivity: [],
    warnings: warningsOf([], null, parts),
    fx: [],
    assumptions: model.book.used(),
  };
}

function common({ model, input, solution }: PlanParts) {
  return {
    conflict: solution.conflict ?? null,
    brief: input.briefDocument,
    briefDefaults: model.brief.defaults,
    madeOn: input.madeOn,
    currency: model.brief.currency,
    certificate: {
      value: solution.value,
      upperBound: solution.upperBound,
      gap: solution.gap,
      status: solution.status,
      seconds: solution.seconds,
      costRule: "constant",
      instanceSha256: null,
      solution,
    },
    seed: input.seed,
    passes: solution.passes,
  };
}
