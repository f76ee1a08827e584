import type { Brief, Tail } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError } from "#core/errors";
import type { Assumption } from "#core/forecast/assumption";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import type { PurchaseKind } from "#core/forecast/response";
import type { Instance } from "#core/instance";
import type { Money } from "#core/money";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { solve } from "#core/solver/solve";
import { budgetCurve, budgetForChance, type CurvePoint } from "./budgetCurve.ts";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import { type PlanParts, planDocument } from "./describePlan.ts";
import { type Offered, offeredTo, offeredWhenInfeasible } from "./offeredModel.ts";
import type { PlanDocument, PlanList } from "./planDocument.ts";
import { type TailPlan, tailPlan } from "./tailPlan.ts";

export interface PlanInput {
  readonly brief: Brief;
  /** As written, for the echo. */
  readonly briefDocument: unknown;
  readonly creators: readonly Creator[];
  /** The list that these creators are; absent or null: of none. */
  readonly list?: Pick<PlanList, "id" | "name"> | null;
  /** Where the brief leaves it open: slots beside creators who are too few. Absent: these creators and nobody else. */
  readonly slotsWhenShort?: boolean;
  readonly reference: Reference;
  readonly assumptions: readonly Assumption[];
  readonly ownAssumptions: readonly Assumption[];
  readonly purchase?: PurchaseKind;
  /** What the plan is chosen by: the mean result, certified, or of it and the alternatives the likeliest to reach the target. */
  readonly prefer?: "chance";
  readonly seed: number;
  /** For the whole plan; the search gets what curve and comparison leave. */
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly madeOn: IsoDate;
  /** Seconds since the planning began, from the caller's clock. */
  readonly elapsedSeconds: () => number;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Asked once a pass of the search and once a re-planned budget; true ends with the plan so far. */
  readonly shouldStop?: () => boolean;
}

export type PlanStep = "audience" | "search" | "forecast" | "budgets" | "comparison";

export interface PlanProgress {
  readonly step: PlanStep;
  /** Search only: value and bound so far. */
  readonly value: number | null;
  readonly upperBound: number | null;
  /** Of a programme: whose plan is being described. */
  readonly campaign?: string;
}

export interface MadePlan {
  readonly document: PlanDocument;
  /** The problem the certificate speaks of. */
  readonly instance: Instance;
}

/** Share of the time that the search may use; the rest is for budgets, comparison and the forecast. */
const SEARCH_SHARE = 0.5;
/** Keeps a plan's document below about half a megabyte of certificate: it is stored and sent with every plan. */
const CERTIFICATE_NUMBERS_MAX = 50_000;

/**
 * Brief and catalog to plan, certificate and forecast. Infeasible quotas are an answer in `status`; a budget below the
 * cheapest item, or a catalog without anything the brief allows, is bad input.
 */
export function makePlan(given: PlanInput): MadePlan {
  given.onProgress?.({ step: "audience", value: null, upperBound: null });
  const book = new AssumptionBook(given.assumptions, given.ownAssumptions);
  const first = offeredTo(given, book);
  const planned = planOffered(first, given);
  if (planned.document.status !== "infeasible") return planned;
  const wider = offeredWhenInfeasible(given, book, first);
  const other = wider === null ? planned : planOffered(wider, given);
  return other.document.status === "infeasible" ? planned : other;
}

function planOffered(offered: Offered, given: PlanInput): MadePlan {
  const { model } = offered;
  const input = { ...given, creators: offered.creators };
  const { brief } = input;
  refuseNothingToBuy(model, input);
  const proposed = brief.budget === null ? proposeBudget(model, input) : null;
  const whole = brief.budget ?? proposed?.budget ?? null;
  if (whole === null) throw new ChoraleError("bad-input", sentence("plan.nothingToBuy"), "budget");
  // Boosting is paid first: creators are chosen for what it leaves.
  const boost = brief.deals.boosting?.amount.amountMinor ?? 0;
  const budget = { ...whole, amountMinor: whole.amountMinor - boost };
  const parts = searched(model, budget, proposed?.curve ?? null, offered.reason, input);
  return { document: planDocument(parts), instance: parts.instance };
}

/** The plan that was found for this money, not yet described. Throws bad-input for money that buys nothing. */
export function searched(
  model: CampaignModel,
  budget: Money,
  curve: readonly CurvePoint[] | null,
  reason: PlanParts["reason"],
  input: PlanInput,
): PlanParts {
  const step = (name: PlanStep) => input.onProgress?.({ step: name, value: null, upperBound: null });
  refuseTooSmall(model, budget);
  step("search");
  const instance = instanceFor(model, budget.amountMinor);
  const { tail } = input.prefer === "chance" ? { tail: null } : model.brief.risk;
  const mean = search(instance, input, tail === null ? SEARCH_SHARE : SEARCH_SHARE / 2);
  const planned = mean.status === "optimal" || mean.status === "gap";
  const careful = tail === null || !planned ? null : searchTail(instance, model, tail, mean, input);
  const solution = careful?.solution ?? mean;
  step("forecast");
  return { model, input, instance, solution, reason, careful, budget, curve, seed: input.seed, step };
}

function search(instance: Instance, input: PlanInput, share: number): Solution {
  return solve(instance, {
    ...limits(input, share),
    certificateNumbersMax: CERTIFICATE_NUMBERS_MAX,
    onProgress: ({ value, upperBound }) => input.onProgress?.({ step: "search", value, upperBound }),
  });
}

/** The other half of the search's time: the plan for bad outcomes, from the one for the mean on. */
function searchTail(
  instance: Instance,
  model: CampaignModel,
  tail: Tail,
  mean: Solution,
  input: PlanInput,
): TailPlan {
  const from = input.elapsedSeconds();
  const careful = tailPlan(instance, model, tail, mean, limits(input, SEARCH_SHARE / 2));
  const seconds = mean.seconds + input.elapsedSeconds() - from;
  return { ...careful, solution: { ...careful.solution, seconds } };
}

function limits(input: PlanInput, share: number) {
  const from = input.elapsedSeconds();
  return {
    secondsMax: input.secondsMax * share,
    passesMax: input.passesMax,
    seed: input.seed,
    elapsedSeconds: () => input.elapsedSeconds() - from,
    ...(input.shouldStop ? { shouldStop: input.shouldStop } : {}),
  };
}

/** Without a budget: re-plans the whole range and takes the one that gives the brief's confidence, else all there is. */
function proposeBudget(
  model: CampaignModel,
  input: PlanInput,
): { readonly budget: Money; readonly curve: readonly CurvePoint[] } | null {
  const curve = budgetCurve(model, null, input.seed, input.shouldStop ?? (() => false));
  const last = curve.at(-1);
  if (!last) return null;
  const { currency } = model.brief;
  const budget = budgetForChance(curve, model.brief.risk.confidence, currency);
  return { budget: budget ?? { amountMinor: last.budgetMinor, currency }, curve };
}

function refuseNothingToBuy(model: CampaignModel, { creators: { length: creators }, list }: PlanInput): void {
  if (model.items.size > 0) return;
  if (list) {
    const rule = sentence("plan.list.nothingToBuy", { name: list.name, creators });
    throw new ChoraleError("bad-input", rule, "list");
  }
  const key = creators === 0 ? "plan.noCreators" : "plan.nothingToBuy";
  throw new ChoraleError("bad-input", sentence(key, { creators }), "creators");
}

function refuseTooSmall(model: CampaignModel, budget: Money): void {
  const cheapest = Math.min(...[...model.items.values()].map((item) => item.costMinor));
  if (cheapest <= budget.amountMinor) return;
  const least = { amountMinor: cheapest, currency: budget.currency };
  const rule = sentence("plan.budgetTooSmall", { budget, least });
  throw new ChoraleError("bad-input", rule, "budget", [{ at: "budget", rule, value: budget.amountMinor }]);
}
