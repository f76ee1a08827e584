import type { Instance } from "#core/instance";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { alternatives, dropAtCost, reserveOf } from "./alternatives.ts";
import { ATOMS_FEW } from "./atomSample.ts";
import { boostOf } from "./boost.ts";
import { budgetCurve, budgetsFor, type CurvePoint } from "./budgetCurve.ts";
import { calendarOf } from "./calendar.ts";
import type { CampaignModel } from "./campaignModel.ts";
import { comparisonOf, likeliest, otherWays } from "./comparison.ts";
import { conflictWords } from "./conflictWords.ts";
import { crossedOver } from "./crossedOver.ts";
import { forecastOf, meanOf, probabilityOf } from "./forecast.ts";
import { badCaseOf, headOf } from "./headline.ts";
import { invitationsFor } from "./invitations.ts";
import type { ItemModel } from "./itemModel.ts";
import { learningOf } from "./learning.ts";
import { planLine } from "./line.ts";
import type { PlanInput, PlanStep } from "./makePlan.ts";
import type { SlotReason } from "./offeredModel.ts";
import { planCertificate } from "./planCertificate.ts";
import type { PlanDocument, PlanList } from "./planDocument.ts";
import { reachOf } from "./reach.ts";
import { itemsOf } from "./replan.ts";
import { sensitivityOf } from "./sensitivity.ts";
import { shapeOf } from "./shape.ts";
import { DRAWS, simulate } from "./simulate.ts";
import { riskOf, riskWords, type TailPlan } from "./tailPlan.ts";
import { totalsOf } from "./totals.ts";
import { topAssumptions } from "./variance.ts";
import { likelierOf, warningsOf } from "./warnings.ts";

export const DRAWS_ASSUMED = 4_000;
const TOP_ASSUMPTIONS = 3;

export interface PlanParts {
  readonly model: CampaignModel;
  readonly input: PlanInput;
  readonly instance: Instance;
  readonly solution: Solution;
  /** Why there are slots to choose from; null: there are none. */
  readonly reason: SlotReason | null;
  /** Where the brief asks for a plan for bad outcomes: `solution` is its. */
  readonly careful: TailPlan | null;
  /** For creators: what boosting leaves. */
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
  const { target } = brief.objective;
  const draw = (plan: readonly ItemModel[]) => simulate(plan, model, instance, { draws: DRAWS, seed });
  const best = itemsOf(solution, model);
  const early = input.prefer === "chance" && target !== null ? otherWays(parts) : null;
  const items = (early === null ? best : likeliest(best, draw(best), early, target ?? 0)).toSorted(
    (a, b) => b.value - a.value || b.views - a.views,
  );
  const chosen = items.map((item) => item.bundle.id);
  const simulation = draw(items);
  const assumedOnly = simulate(items, model, instance, {
    draws: DRAWS_ASSUMED,
    seed,
    atoms: ATOMS_FEW,
    assumedOnly: true,
  });
  step("budgets");
  const known: CurvePoint = {
    budgetMinor: budget.amountMinor,
    probability: target === null ? null : probabilityOf(simulation.outcomes, target),
    mean: meanOf(simulation.outcomes),
  };
  const curve = parts.curve ?? budgetCurve(model, known, seed, input.shouldStop ?? (() => false));
  const others = alternatives(chosen, model, instance);
  const losses = others.coverage.marginalLosses(chosen);
  const budgetFor = budgetsFor(curve, brief.currency);
  const forecast = forecastOf(
    ...([simulation, assumedOnly, target, budgetFor, unmeasuredShare(items, losses), model] as const),
  );
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
  const shape = shapeOf(lines, parts.reason, model);
  const risk = riskIn(parts, forecast.rough, (ids) =>
    ids === solution.chosen
      ? simulation.outcomes
      : draw(ids.flatMap((id) => model.items.get(id) ?? [])).outcomes,
  );
  const totals = totalsOf(items, lines, simulation, budget, brief.budget === null, brief);
  const reach = reachOf(items, model);
  const crossed = crossedOver(chosen, reach.people, forecast.rough, parts);
  const people = crossed?.reported ? crossed.people : reach.people;
  const ofInSample = reach.people > 0 ? people / reach.people : 1;
  const top = topAssumptions(assumedOnly, forecast.assumedVarianceShare, TOP_ASSUMPTIONS);
  const calendar = calendarOf(items, model, input.madeOn);
  step("comparison");
  const comparison = comparisonOf(parts, early ?? otherWays(parts), items, simulation, forecast.rough);
  return {
    ...common(parts),
    status: "ok",
    conflictSays: [],
    shape,
    head: headOf(totals, forecast, shape, brief),
    badCase: badCaseOf(totals, forecast, brief),
    lines,
    totals,
    forecast,
    reach: {
      ...reach,
      people,
      shareOfTarget: reach.shareOfTarget === null ? null : reach.shareOfTarget * ofInSample,
      crossedOver: crossed,
      costPerInTargetPerson:
        people > 0
          ? { amountMinor: Math.round(totals.cost.amountMinor / people), currency: brief.currency }
          : null,
    },
    boost: boostOf(
      people,
      reach.shareOfTarget === null ? null : reach.shareOfTarget * ofInSample,
      items,
      model,
    ),
    risk,
    calendar,
    comparison,
    budgetCurve: curve.map(({ budgetMinor, probability, mean }) => ({
      budget: { amountMinor: budgetMinor, currency: brief.currency },
      probability,
      mean,
    })),
    reserve: reserveOf(losses, others, model),
    invitations: invitationsFor(items.length, namedGroups(model), brief, model.book),
    topAssumptions: top.map(({ key, varianceShare }) => ({ key, varianceShare })),
    sensitivity: sensitivityOf(items, chosen, top, parts),
    learn: learningOf(items, losses, others, top, curve, forecast.rough, parts),
    warnings: [
      ...(calendar?.late?.says ?? []),
      ...warningsOf(items, forecast, parts),
      ...likelierOf(comparison, brief),
    ],
    fx: [...new Set(items.flatMap((item) => item.bundle.pieces.flatMap((piece) => piece.offer.price.fx)))],
    // Last: by now every figure that was needed has been looked up.
    assumptions: model.book.used(),
  };
}

function riskIn(
  { careful, model }: PlanParts,
  rough: boolean,
  draws: (chosen: readonly string[]) => Float64Array,
): PlanDocument["risk"] {
  if (careful === null) return null;
  const figures = riskOf(careful, draws);
  return { ...figures, says: riskWords(figures, model, rough) };
}

/** Share of the result that hangs on items of whom no figure of a post is known, by what the plan loses without each. */
export function unmeasuredShare(items: readonly ItemModel[], losses: readonly number[]): number {
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const unmeasured = items.reduce(
    (sum, { figure }, i) => sum + (figure.method === "assumed" ? (losses[i] ?? 0) : 0),
    0,
  );
  return total > 0 ? unmeasured / total : 0;
}

function withoutPlan(parts: PlanParts, status: "infeasible" | "no-plan"): PlanDocument {
  const { model, solution, budget, input } = parts;
  const conflictSays = conflictWords(
    solution.conflict ?? [],
    model.brief,
    budget,
    input.creators,
    model.reference,
  );
  const head: Sentence =
    status === "infeasible"
      ? sentence("plan.head.infeasible", { conflict: conflictSays })
      : sentence("plan.head.noPlan");
  return {
    ...common(parts),
    status,
    conflictSays,
    shape: null,
    head,
    badCase: null,
    lines: [],
    totals: totalsOf([], [], null, budget, model.brief.budget === null, model.brief),
    forecast: null,
    reach: null,
    boost: null,
    risk: null,
    calendar: null,
    comparison: [],
    budgetCurve: [],
    reserve: [],
    invitations: invitationsFor(0, namedGroups(model), model.brief, model.book),
    topAssumptions: [],
    sensitivity: [],
    learn: [],
    warnings: warningsOf([], null, parts),
    fx: [],
    assumptions: model.book.used(),
  };
}

function namedGroups({ groups, slots }: CampaignModel): number {
  return groups.filter(({ group }) => !slots.has(group)).length;
}

function common({ model, input, solution }: PlanParts) {
  return {
    conflict: solution.conflict ?? null,
    brief: input.briefDocument,
    briefDefaults: model.brief.defaults,
    list: input.list ? listOf(input.list, input.creators.length) : null,
    madeOn: input.madeOn,
    currency: model.brief.currency,
    certificate: planCertificate(solution),
    seed: input.seed,
    passes: solution.passes,
  };
}

function listOf({ id, name }: Pick<PlanList, "id" | "name">, creators: number): PlanList {
  return { id, name, creators, says: sentence("plan.list.chosenFrom", { name, creators }) };
}
