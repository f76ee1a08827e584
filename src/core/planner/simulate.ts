import { shareAt, unitShock } from "#core/forecast/belief";
import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import { type AtomSample, atomSample } from "./atomSample.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { type ItemFactors, type SharedFactors, sharedFactors } from "./sharedFactors.ts";

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

const FOLLOWER_CAP = 0.95;
// Shares of views between followers and strangers are drawn through their log-odds; these keep 1 − f away from 0.
const SPLIT_MIN = 0.02;

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

class Scenario {
  private readonly items: readonly ItemModel[];
  private readonly factors: SharedFactors;
  private readonly sample: AtomSample | null;
  private readonly assumedOnly: boolean;
  private readonly missed: Float64Array;
  private results: readonly number[] = [];

  constructor(
    items: readonly ItemModel[],
    factors: SharedFactors,
    sample: AtomSample | null,
    assumedOnly: boolean,
  ) {
    this.items = items;
    this.factors = factors;
    this.sample = sample;
    this.assumedOnly = assumedOnly;
    this.missed = new Float64Array(sample?.size ?? 0);
  }

  /** The metric's expectation in one scenario: `at` holds z of each factor, null where it stays at its mean. */
  expected(at: readonly (number | null)[], random: Random): number {
    // More people to reach spread the same viewers thinner: weights grow, chances shrink.
    const people = this.shock(this.factors.audienceSize, 1, at);
    this.missed.fill(1);
    let sum = 0;
    this.results = this.items.map((item, i) => {
      const own = this.factors.of[i]!;
      const posted = this.assumedOnly ? item.posting : Number(random.uniform() < item.posting);
      const views = this.shocks(own.views, at) * this.ownShock(item, random);
      const response = this.shocks(own.response, at) * this.ownResponse(item, random);
      if (this.sample === null) {
        sum += (item.value / item.posting) * posted * views * response;
        return posted * views * response;
      }
      if (posted > 0) this.touch(i, own, posted, views / people, people, response, at);
      return posted * views * response;
    });
    return this.sample === null ? sum : this.coverage(this.sample) * people;
  }

  /** Money that leaves the budget in the scenario last drawn: fees as they turn out, commission on what was sold. */
  spent(random: Random): number {
    return this.items.reduce((sum, item, i) => {
      const planned = item.costParts.fee;
      const paid = item.bundle.pieces.reduce((fee, { offer, count }) => {
        const { price } = offer;
        if (price.qualifier === "le" || price.qualifier === "range")
          return fee + count * (price.lowMinor + random.uniform() * (price.highMinor - price.lowMinor));
        const logSd = price.belief === null ? 0 : logSdOfRange(price.lowMinor, price.highMinor);
        return fee + count * price.feeMinor * unitShock(logSd, random.normal());
      }, 0);
      const withFee = item.costParts.platformFee + item.costParts.agency;
      const onFee = planned > 0 ? (withFee * paid) / planned : withFee;
      const commission = item.costParts.commission * ((this.results[i] ?? 0) / item.posting);
      return sum + paid + onFee + item.costParts.gift + item.costParts.handling + commission;
    }, 0);
  }

  private touch(
    i: number,
    own: ItemFactors,
    posted: number,
    views: number,
    people: number,
    response: number,
    at: readonly (number | null)[],
  ): void {
    const { follower, followerMost, stranger, acts, size } = this.sample!;
    const split = this.factors.factors[own.split]!.assumption;
    const share = at[own.split] === null ? split.value : shareAt(split, at[own.split] ?? 0);
    const toFollowers = (views * share) / Math.max(SPLIT_MIN, split.value);
    const toStrangers = (views * (1 - share)) / Math.max(SPLIT_MIN, 1 - split.value);
    const [f, most, s, a] = [follower[i]!, followerMost[i]!, stranger[i]!, acts[i]!];
    const cap = FOLLOWER_CAP / people;
    for (let k = 0; k < size; k++) {
      const asFollower = Math.min(cap * most[k]!, f[k]! * toFollowers);
      const asStranger = Math.min(FOLLOWER_CAP, s[k]! * toStrangers);
      const sees = 1 - (1 - asFollower) * (1 - asStranger);
      this.missed[k]! *= 1 - posted * sees * Math.min(1, a[k]! * response);
    }
  }

  private coverage(sample: AtomSample): number {
    let sum = 0;
    for (let k = 0; k < sample.size; k++) sum += (1 - this.missed[k]!) / sample.reached[k]!;
    return sample.size === 0 ? 0 : (sample.coverage * sum) / sample.size;
  }

  private shocks(
    weighted: readonly { readonly factor: number; readonly weight: number }[],
    at: readonly (number | null)[],
  ): number {
    return weighted.reduce((product, { factor, weight }) => product * this.shock(factor, weight, at), 1);
  }

  private shock(factor: number, weight: number, at: readonly (number | null)[]): number {
    const z = at[factor];
    const sd = (this.factors.factors[factor]?.logSd ?? 0) * Math.abs(weight);
    return z === null || z === undefined ? 1 : unitShock(sd, weight < 0 ? -z : z);
  }

  private ownResponse(item: ItemModel, random: Random): number {
    const z = random.normal();
    return this.assumedOnly ? 1 : unitShock(item.responseSd, z);
  }

  // How far this creator, and the luck of these posts, lies from what is expected of them.
  private ownShock(item: ItemModel, random: Random): number {
    const { posterior, method } = item.figure;
    const creator = random.normal();
    const luck = random.normal();
    const posts = item.bundle.pieces.reduce((sum, piece) => sum + piece.count, 0);
    const postSd = Math.sqrt(Math.log1p(Math.expm1(posterior.varPost) / posts));
    const drawCreator = !this.assumedOnly || method === "assumed";
    const { known, assumed } = item.audienceVariance;
    const audience = unitShock(Math.sqrt(this.assumedOnly ? assumed : known + assumed), random.normal());
    return (
      audience *
      (drawCreator ? unitShock(Math.sqrt(posterior.varMean), creator) : 1) *
      (this.assumedOnly ? 1 : unitShock(postSd, luck))
    );
  }
}

function logSdOfRange(low: number, high: number): number {
  return low > 0 && high > low ? Math.log(high / low) / (2 * 1.6448536269514722) : 0;
}
