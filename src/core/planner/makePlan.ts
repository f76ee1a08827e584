import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError } from "#core/errors";
import type { Assumption } from "#core/forecast/assumption";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE, type PurchaseKind } from "#core/forecast/response";
import type { Instance } from "#core/instance";
import type { Money } from "#core/money";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { solve } from "#core/solver/solve";
import { budgetCurve, budgetForChance, type CurvePoint } from "./budgetCurve.ts";
import { type CampaignModel, campaignModel, instanceFor } from "./campaignModel.ts";
import { planDocument } from "./describePlan.ts";
import type { PlanDocument } from "./planDocument.ts";

export interface PlanInput {
  readonly brief: Brief;
  /** As written, for the echo. */
  readonly briefDocument: unknown;
  readonly creators: readonly Creator[];
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
export function makePlan(input: PlanInput): MadePlan {
  const { brief, seed } = input;
  const step = (name: PlanStep) => input.onProgress?.({ step: name, value: null, upperBound: null });
  step("audience");
  const book = new AssumptionBook(input.assumptions, input.ownAssumptions);
  const model = campaignModel(
    input.creators,
    brief,
    input.reference,
    input.purchase ?? ORDINARY_PURCHASE,
    book,
  );
  refuseNothingToBuy(model, input.creators.length);
  const proposed = brief.budget === null ? proposeBudget(model, input) : null;
  const budget = brief.budget ?? proposed?.budget ?? null;
  if (budget === null) throw new ChoraleError("bad-input", sentence("plan.nothingToBuy"), "budget");
  refuseTooSmall(model, budget);
  step("search");
  const instance = instanceFor(model, budget.amountMinor);
  const solution = search(instance, input);
  step("forecast");
  const document = planDocument({
    model,
    input,
    instance,
    solution,
    budget,
    curve: proposed?.curve ?? null,
    seed,
    step,
  });
  return { document, instance };
}

function search(instance: Instance, input: PlanInput): Solution {
  const from = input.elapsedSeconds();
  return solve(instance, {
    secondsMax: input.secondsMax * SEARCH_SHARE,
    passesMax: input.passesMax,
    seed: input.seed,
    certificateNumbersMax: CERTIFICATE_NUMBERS_MAX,
    elapsedSeconds: () => input.elapsedSeconds() - from,
    onProgress: ({ value, upperBound }) => input.onProgress?.({ step: "search", value, upperBound }),
    ...(input.shouldStop ? { shouldStop: input.shouldStop } : {}),
  });
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

function refuseNothingToBuy(model: CampaignModel, creators: number): void {
  if (model.items.size > 0) return;
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
