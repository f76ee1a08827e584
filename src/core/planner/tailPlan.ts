import type { Tail } from "#core/brief/brief";
import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { Coverage } from "#core/solver/coverage";
import { solveTail, type TailOptions, type TailSolution } from "#core/solver/solveTail";
import { tailMean } from "#core/solver/tail";
import { worldValues } from "#core/solver/worlds";
import { amount, spoken } from "./amount.ts";
import type { CampaignModel } from "./campaignModel.ts";
import { campaignWorlds } from "./campaignWorlds.ts";
import { meanOf } from "./forecast.ts";
import type { PlanDocument } from "./planDocument.ts";

const OPTIMAL_WITHIN = 1e-6;
/** A better bad case in the scenarios that the draws lower by more than this share is not borne out. */
const BORNE_OUT_WITHIN = 0.005;

/** What the document says of the risk, but for its words. */
type Figures = Omit<NonNullable<PlanDocument["risk"]>, "says">;

/** Below this share of the scenarios' bad case, that of the draws is mostly one creator's own luck. */
const OWN_LUCK_BELOW = 0.5;

/** The plan for bad outcomes beside the one that is best on average. */
export interface TailPlan {
  readonly tail: Tail;
  readonly found: TailSolution;
  /** What the document certifies: the plan for bad outcomes, its value at mean rates and the bound of all plans there. */
  readonly solution: Solution;
  readonly meanPlan: readonly string[];
  /** V_k of the mean plan. */
  readonly meanValues: Float64Array;
}

/** The plan whose worst share `tail` of outcomes is best, from the plan that is best on average on. */
export function tailPlan(
  instance: Instance,
  model: CampaignModel,
  tail: Tail,
  mean: Solution,
  options: Omit<TailOptions, "tail" | "start">,
): TailPlan {
  const worlds = campaignWorlds(model, tail, options.seed);
  const found = solveTail(instance, worlds, { ...options, tail, start: mean.chosen });
  const coverage = new Coverage(instance);
  const value = coverage.value(found.chosen);
  // Where the search for the mean was cut short, the careful plan may be the better one on average too.
  const meanPlan = value > mean.value ? found.chosen : mean.chosen;
  return {
    tail,
    found,
    solution: certifiedAtMean(mean, found.chosen, value, coverage.cost(found.chosen)),
    meanPlan,
    meanValues: worldValues(instance, coverage, worlds, meanPlan),
  };
}

/** The bound of the mean holds for every plan: its gap counts what caution gives up as well. */
function certifiedAtMean(mean: Solution, chosen: readonly string[], value: number, cost: number): Solution {
  const upperBound = Math.max(value, mean.upperBound ?? value);
  const gap = upperBound === 0 ? 0 : (upperBound - value) / upperBound;
  return { ...mean, chosen, cost, value, upperBound, gap, status: gap <= OPTIMAL_WITHIN ? "optimal" : "gap" };
}

/** `draws` are the outcomes of a finished plan by everything that is uncertain. */
export function riskOf(plan: TailPlan, draws: (chosen: readonly string[]) => Float64Array): Figures {
  const { found, meanPlan, meanValues, tail } = plan;
  const figures = (chosen: readonly string[], values: Float64Array) => {
    const outcomes = draws(chosen);
    return {
      mean: meanOf(values),
      cvar: tailMean(values, tail),
      drawnMean: meanOf(outcomes),
      drawnCvar: tailMean(outcomes, tail),
    };
  };
  const { upperBound } = found;
  const own = figures(found.chosen, found.values);
  const differs =
    meanPlan.length !== found.chosen.length || meanPlan.some((id) => !found.chosen.includes(id));
  return {
    tail,
    scenarios: found.values.length,
    ...own,
    upperBound,
    gap: upperBound === null ? null : upperBound === 0 ? 0 : (upperBound - own.cvar) / upperBound,
    meanPlan: {
      ...(differs ? figures(meanPlan, meanValues) : own),
      creators: meanPlan.length,
      chosen: meanPlan,
    },
    differs,
  };
}

/** What caution costs and gains in words, and how near the best possible it is. */
export function riskWords(
  { cvar, differs, drawnCvar, drawnMean, gap, meanPlan, scenarios, tail }: Figures,
  model: CampaignModel,
  rough: boolean,
): readonly Sentence[] {
  const { currency, objective } = model.brief;
  const say = (value: number) => amount(objective.metric, spoken(value, rough), currency);
  const words = { tail, scenarios, bad: say(drawnCvar), mean: say(drawnMean) };
  const before = { badBefore: say(meanPlan.drawnCvar), meanBefore: say(meanPlan.drawnMean) };
  const worse = drawnCvar < (1 - BORNE_OUT_WITHIN) * meanPlan.drawnCvar;
  return [
    sentence(differs ? "plan.risk.differs" : "plan.risk.same", { ...words, ...before }),
    gap === null
      ? sentence("plan.risk.noBound", { scenarios })
      : sentence("plan.risk.bound", { gap: Math.max(0, gap), scenarios, worth: say(cvar) }),
    ...(drawnCvar < OWN_LUCK_BELOW * cvar ? [sentence("plan.risk.ownLuck")] : []),
    ...(differs && worse ? [sentence("plan.risk.notBorneOut")] : []),
  ];
}
