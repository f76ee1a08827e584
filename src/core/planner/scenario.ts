import { shareAt, shockOf } from "#core/forecast/belief";
import { Random } from "#core/random";
import type { AtomSample } from "./atomSample.ts";
import { drawNames } from "./drawName.ts";
import type { ItemModel } from "./itemModel.ts";
import { movedTouch } from "./movedTouch.ts";
import { postsIn } from "./offer.ts";
import type { ItemFactors, SharedFactors } from "./sharedFactors.ts";
import { Spending } from "./spending.ts";

type Shock = (z: number) => number;
/** z of each shared factor; null where it stays at its mean. */
export type Drawn = readonly (number | null)[];

export interface WeightedShock {
  readonly factor: number;
  readonly sign: number;
  readonly shock: Shock;
}

/** What shared factors do to one item. */
export interface SharedShocks {
  readonly target: readonly WeightedShock[];
  readonly views: readonly WeightedShock[];
  readonly response: readonly WeightedShock[];
}

interface ItemShocks extends SharedShocks {
  /** How far this creator, its audience and its response lie from what is expected of them, and the luck of its posts. */
  readonly creator: Shock;
  readonly audience: Shock;
  readonly luck: Shock;
  readonly ownResponse: Shock;
  /** Views that fall short of a promise are made good. */
  readonly madeGood: (views: number) => number;
}

/** One item in one scenario: each a factor on what is expected, `posted` whether it appears. */
interface DrawnItem {
  readonly posted: number;
  readonly views: number;
  readonly audience: number;
  readonly response: number;
  readonly people: number;
}

/** A finished plan, ready to be drawn many times. `assumedOnly`: whatever is measured or mere luck stays at its mean. */
export class Scenario {
  private readonly items: readonly ItemModel[];
  private readonly factors: SharedFactors;
  private readonly sample: AtomSample | null;
  private readonly assumedOnly: boolean;
  private readonly shocks: readonly ItemShocks[];
  private readonly sizeShock: Shock;
  private readonly missed: Float64Array;
  private readonly spending: Spending;
  private readonly results: Float64Array;
  private readonly delivered: Float64Array;
  /** One stream an item: an item fares alike in a scenario, whichever plan it is part of. */
  private readonly streams: readonly Random[];
  private readonly floors: Random;

  constructor(
    items: readonly ItemModel[],
    factors: SharedFactors,
    sample: AtomSample | null,
    assumedOnly: boolean,
    seed: number,
  ) {
    this.items = items;
    this.factors = factors;
    this.sample = sample;
    this.assumedOnly = assumedOnly;
    const known = new Map<string, Shock>();
    this.shocks = items.map((item, i) => shocksOf(item, factors.of[i]!, factors, assumedOnly, known));
    this.sizeShock = shockOf(factors.factors[factors.audienceSize]?.logSd ?? 0);
    this.missed = new Float64Array(sample?.size ?? 0);
    this.spending = new Spending(items);
    this.results = new Float64Array(items.length);
    this.delivered = new Float64Array(items.length);
    this.floors = Random.named(seed, "floors");
    this.streams = drawNames(items).map((name) => Random.named(seed, name));
  }

  /** The metric's expectation in one scenario. */
  expected(at: Drawn): number {
    // More people to reach spread the same viewers thinner: weights grow, chances shrink.
    const size = at[this.factors.audienceSize] ?? null;
    const people = size === null ? 1 : this.sizeShock(size);
    this.missed.fill(1);
    let sum = 0;
    this.items.forEach((item, i) => {
      const shocks = this.shocks[i]!;
      const random = this.streams[i]!;
      const posted = this.assumedOnly ? item.posting : Number(random.uniform() < item.posting);
      const audience = product(shocks.target, at) * shocks.audience(random.normal());
      const own = shocks.creator(random.normal()) * shocks.luck(random.normal());
      const views = shocks.madeGood(product(shocks.views, at) * own);
      const response = product(shocks.response, at) * shocks.ownResponse(random.normal());
      this.results[i] = posted * views * audience * response;
      this.delivered[i] =
        posted * views * (item.bundle.pieces[0]!.offer.price.deal === "view" ? 1 : response);
      if (this.sample === null) sum += (item.value / item.posting) * this.results[i]!;
      else if (posted > 0) this.touch(this.sample, i, { posted, views, audience, response, people }, at);
    });
    return this.sample === null ? sum : coverageOf(this.sample, this.missed) * people;
  }

  /** Money that leaves the budget in the scenario last drawn. */
  spent(): number {
    return this.spending.draw(this.results, this.delivered, this.streams, this.floors);
  }

  private touch(
    sample: AtomSample,
    i: number,
    { posted, views, audience, response, people }: DrawnItem,
    at: Drawn,
  ): void {
    const place = this.factors.of[i]!.split;
    const split = this.factors.factors[place]!.assumption;
    const z = at[place] ?? null;
    const followerShare = z === null ? split.value : shareAt(split, z);
    const move = { views, audience, response, people, followerShare };
    const chance = movedTouch(this.items[i]!.feed, split, move);
    const follower = sample.follower[i]!;
    const most = sample.followerMost[i]!;
    const stranger = sample.stranger[i]!;
    const acts = sample.acts[i]!;
    for (let k = 0; k < sample.size; k++)
      this.missed[k]! *= 1 - posted * chance(follower[k]!, most[k]!, stranger[k]!, acts[k]!);
  }
}

/** `known`: what several items take with the same exponent, so that it is computed once a scenario. */
export function sharedShocksOf(
  own: ItemFactors,
  { factors }: SharedFactors,
  known = new Map<string, Shock>(),
): SharedShocks {
  const weighted = ({ factor, weight }: { factor: number; weight: number }): WeightedShock => {
    const name = `${factor} ${weight}`;
    const shock = known.get(name) ?? remembering(shockOf((factors[factor]?.logSd ?? 0) * Math.abs(weight)));
    known.set(name, shock);
    return { factor, sign: Math.sign(weight), shock };
  };
  return {
    target: own.audience.map(weighted),
    views: own.views.map(weighted),
    response: own.response.map(weighted),
  };
}

/** The items of a scenario ask one after the other for the same z. */
function remembering(shock: Shock): Shock {
  let [at, factor] = [Number.NaN, 1];
  return (z) => {
    if (z !== at) [at, factor] = [z, shock(z)];
    return factor;
  };
}

function shocksOf(
  item: ItemModel,
  own: ItemFactors,
  shared: SharedFactors,
  assumedOnly: boolean,
  shocks: Map<string, Shock>,
): ItemShocks {
  const { posterior, method } = item.figure;
  const { known, assumed } = item.audienceVariance;
  const luckSd = Math.sqrt(Math.log1p(Math.expm1(posterior.varPost) / postsIn(item.bundle)));
  return {
    ...sharedShocksOf(own, shared, shocks),
    creator: shockOf(assumedOnly && method !== "assumed" ? 0 : Math.sqrt(posterior.varMean)),
    audience: shockOf(Math.sqrt(assumedOnly ? assumed : known + assumed)),
    luck: shockOf(assumedOnly ? 0 : luckSd),
    ownResponse: shockOf(assumedOnly ? 0 : item.responseSd),
    madeGood: madeGoodOf(item),
  };
}

// The promise is of views: an item that is judged by its engagements keeps theirs.
function madeGoodOf({ bundle, figure }: ItemModel): (views: number) => number {
  const { makeGood, views } = bundle.pieces[0]!.offer;
  if (makeGood === null || figure !== views) return (factor) => factor;
  return (factor) => Math.max(makeGood.floor, factor * makeGood.scale);
}

export function product(shocks: readonly WeightedShock[], at: Drawn): number {
  let result = 1;
  for (const { factor, sign, shock } of shocks) {
    const z = at[factor] ?? null;
    if (z !== null) result *= shock(sign * z);
  }
  return result;
}

function coverageOf(sample: AtomSample, missed: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < sample.size; k++) sum += (1 - missed[k]!) / sample.reached[k]!;
  return sample.size === 0 ? 0 : (sample.coverage * sum) / sample.size;
}
