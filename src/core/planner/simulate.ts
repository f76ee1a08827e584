import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import { atomSample } from "./atomSample.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { Scenario } from "./scenario.ts";
import { type SharedFactors, sharedFactors } from "./sharedFactors.ts";

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
}

export function simulate(
  chosen: readonly ItemModel[],
  model: CampaignModel,
  instance: Instance,
  options: SimulationOptions,
): Simulation {
  const random = new Random(options.seed);
  const factors = sharedFactors(chosen, model);
  const sample = model.metric.kind === "sum" ? null : atomSample(chosen, model, instance, options.atoms);
  const outcomes = new Float64Array(options.draws);
  const spent = new Float64Array(options.draws);
  const z = factors.factors.map(() => new Float64Array(options.draws));
  const drawn = factors.factors.map((factor) => !options.assumedOnly || factor.kind === "assumed");
  const scenario = new Scenario(chosen, factors, sample, options.assumedOnly ?? false);
  for (let d = 0; d < options.draws; d++) {
    const at = factors.factors.map((_, f) => {
      const value = random.normal();
      z[f]![d] = drawn[f] ? value : 0;
      return drawn[f] ? value : null;
    });
    const expected = scenario.expected(at, random);
    outcomes[d] = options.assumedOnly ? expected : counted(expected, model, random);
    spent[d] = scenario.spent(random);
  }
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
