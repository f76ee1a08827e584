import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import { atomSample } from "./atomSample.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { Scenarios } from "./scenario.ts";
import { SharedDraws } from "./sharedDraws.ts";
import { type SharedFactors, sharedFactors } from "./sharedFactors.ts";

/** Of a plan and of everything set beside it: equal draws, so that equal plans get equal figures. */
export const DRAWS = 10_000;

/** Outcomes of a finished plan in many scenarios, with what was drawn. */
export interface Simulation {
  /** The metric, by draw. */
  readonly outcomes: Float64Array;
  /** What the budget paid, minor units, by draw. */
  readonly spent: Float64Array;
  readonly factors: SharedFactors;
  /** Standard normal of each shared factor, by factor and draw. */
  readonly z: readonly Float64Array[];
}

export interface SimulationOptions {
  readonly draws: number;
  readonly seed: number;
  /** Atoms that stand for the coverage; fewer where many plans are drawn. */
  readonly atoms?: number;
  /** Only what is assumed is drawn; posts, creators known by their own figures, and shocks stay at their means. */
  readonly assumedOnly?: boolean;
  /** Of several campaigns drawn together, which: what befalls one campaign alone is drawn for each. */
  readonly campaign?: string;
}

/** The name of the shock that befalls a whole campaign and no other. */
const CAMPAIGN_SHOCK = "shock-campaign|";

/**
 * Draws by common random numbers: shared factors and items have streams of their own name, so that two plans differ by
 * what they hold and not by luck, and the same items give the same figures in any order.
 */
export function simulate(
  items: readonly ItemModel[],
  model: CampaignModel,
  instance: Instance,
  options: SimulationOptions,
): Simulation {
  const { seed, campaign = "" } = options;
  const chosen = items.toSorted((a, b) => (a.bundle.id < b.bundle.id ? -1 : 1));
  const factors = sharedFactors(chosen, model);
  const sample = model.metric.kind === "sum" ? null : atomSample(chosen, model, instance, options.atoms);
  const { assumedOnly = false, draws } = options;
  const z = factors.factors.map(({ name, kind }) => {
    const values = new Float64Array(draws);
    if (assumedOnly && kind !== "assumed") return values;
    const stream = Random.named(seed, name === CAMPAIGN_SHOCK ? `${name}${campaign}` : name);
    return values.map(() => stream.normal());
  });
  const drawn = factors.factors.map(({ kind }, f) => (assumedOnly && kind !== "assumed" ? null : z[f]!));
  const shared = new SharedDraws(factors, drawn, draws, sample !== null);
  const { expected, spent } = new Scenarios(chosen, factors, shared, sample, assumedOnly, seed);
  const counts = Random.named(seed, `counts${campaign}`);
  const outcomes = assumedOnly ? expected : expected.map((mean) => counted(mean, model, counts));
  return { outcomes, spent, factors, z };
}

// Counts of rare events scatter around their expectation; money comes in whole orders.
function counted(expected: number, model: CampaignModel, random: Random): number {
  const { metric, kind, orderNetMinor } = model.metric;
  if (metric === "revenue" || metric === "turnoverGrowth")
    return orderNetMinor > 0 ? random.poisson(expected / orderNetMinor) * orderNetMinor : 0;
  return kind === "persuasion" || metric === "visits" || metric === "leads"
    ? random.poisson(expected)
    : expected;
}
