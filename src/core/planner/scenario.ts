import type { Assumption } from "#core/forecast/assumption";
import { type LogShock, logShock, shockAt } from "#core/forecast/belief";
import { Random } from "#core/random";
import type { AtomSample } from "./atomSample.ts";
import { drawNames } from "./drawName.ts";
import type { ItemModel } from "./itemModel.ts";
import { chanceOf, type MovedTouch, movedTouch } from "./movedTouch.ts";
import { postsIn } from "./offer.ts";
import type { SharedDraws } from "./sharedDraws.ts";
import type { SharedFactors } from "./sharedFactors.ts";
import { type SharedSpending, Spending } from "./spending.ts";
import { feedMove } from "./touch.ts";

/** Scenarios drawn at once, item by item: what they miss of the atoms then stays in the processor's cache. */
const BLOCK = 128;

/** How one item fares in every scenario: what it shares with others, and its own luck. */
interface DrawnItem {
  readonly posting: number;
  /** What it adds to a sum where it is posted and fares as expected. */
  readonly value: number;
  readonly target: Float64Array;
  readonly views: Float64Array;
  readonly response: Float64Array;
  readonly followerShare: Float64Array;
  readonly split: Assumption;
  readonly inFeed: (factor: number) => number;
  /** Views that fall short of a promise are made good. */
  readonly madeGood: (views: number) => number;
  /** Paid for by the view, so that a response does not enter what is delivered. */
  readonly byView: boolean;
  /** How far this creator, its audience and its response lie from what is expected of them, and the luck of its posts. */
  readonly creator: LogShock;
  readonly audience: LogShock;
  readonly luck: LogShock;
  readonly ownResponse: LogShock;
  /** A stream of its own: an item fares alike in a scenario, whichever plan it is part of. */
  readonly random: Random;
}

/** A finished plan, ready to be drawn. `assumedOnly`: whatever is measured or mere luck stays at its mean. */
export class Scenarios {
  /** The metric's expectation, by scenario. */
  readonly expected: Float64Array;
  /** Money that leaves the budget, by scenario. */
  readonly spent: Float64Array;
  private readonly items: readonly DrawnItem[];
  private readonly shared: SharedDraws;
  private readonly sample: AtomSample | null;
  private readonly assumedOnly: boolean;
  private readonly spending: Spending;
  private readonly missed: Float64Array;
  private readonly prices: readonly SharedSpending[];

  constructor(
    items: readonly ItemModel[],
    factors: SharedFactors,
    shared: SharedDraws,
    sample: AtomSample | null,
    assumedOnly: boolean,
    seed: number,
  ) {
    const names = drawNames(items);
    this.items = items.map((item, i) => ({
      ...drawnItem(item, i, factors, shared, assumedOnly),
      random: Random.named(seed, names[i]!),
    }));
    this.shared = shared;
    this.sample = sample;
    this.assumedOnly = assumedOnly;
    this.expected = new Float64Array(shared.count);
    this.spent = new Float64Array(shared.count);
    this.spending = new Spending(items);
    const floors = Random.named(seed, "floors");
    this.prices = Array.from(this.spent, () => this.spending.shared(floors));
    this.missed = new Float64Array(BLOCK * (sample?.size ?? 0));
    for (let from = 0; from < shared.count; from += BLOCK)
      this.draw(from, Math.min(shared.count, from + BLOCK));
  }

  private draw(from: number, to: number): void {
    this.missed.fill(1);
    for (let i = 0; i < this.items.length; i++) this.drawItem(i, from, to);
    if (this.sample === null) return;
    for (let d = from; d < to; d++)
      this.expected[d] =
        coverageOf(this.sample, this.missed, (d - from) * this.sample.size) * this.shared.people[d]!;
  }

  private drawItem(i: number, from: number, to: number): void {
    const item = this.items[i]!;
    const { random, posting, value, split, inFeed, madeGood } = item;
    for (let d = from; d < to; d++) {
      const posted = this.assumedOnly ? posting : Number(random.uniform() < posting);
      const audience = item.target[d]! * shockAt(item.audience, random.normal());
      const own = shockAt(item.creator, random.normal()) * shockAt(item.luck, random.normal());
      const views = madeGood(item.views[d]! * own);
      const response = item.response[d]! * shockAt(item.ownResponse, random.normal());
      const result = posted * views * audience * response;
      if (this.sample === null) this.expected[d]! += value * result;
      else if (posted > 0) {
        const people = this.shared.people[d]!;
        const followerShare = item.followerShare[d]!;
        const moved = movedTouch(inFeed, split, { views, audience, response, people, followerShare });
        touchAtoms(this.sample, i, posted, moved, this.missed, (d - from) * this.sample.size);
      }
      const delivered = posted * views * (item.byView ? 1 : response);
      this.spent[d]! += this.spending.draw(i, result, delivered, random, this.prices[d]!);
    }
  }
}

function touchAtoms(
  sample: AtomSample,
  i: number,
  posted: number,
  moved: MovedTouch,
  missed: Float64Array,
  at: number,
): void {
  const follower = sample.follower[i]!;
  const most = sample.followerMost[i]!;
  const stranger = sample.stranger[i]!;
  const acts = sample.acts[i]!;
  for (let k = 0; k < follower.length; k++)
    missed[at + k]! *= 1 - posted * chanceOf(moved, follower[k]!, most[k]!, stranger[k]!, acts[k]!);
}

function coverageOf(sample: AtomSample, missed: Float64Array, at: number): number {
  let sum = 0;
  for (let k = 0; k < sample.size; k++)
    sum += (sample.times[k]! * (1 - missed[at + k]!)) / sample.reached[k]!;
  return sample.size === 0 ? 0 : (sample.coverage * sum) / sample.drawn;
}

function drawnItem(
  item: ItemModel,
  i: number,
  factors: SharedFactors,
  shared: SharedDraws,
  assumedOnly: boolean,
): Omit<DrawnItem, "random"> {
  const { posterior, method } = item.figure;
  const { known, assumed } = item.audienceVariance;
  const luckSd = Math.sqrt(Math.log1p(Math.expm1(posterior.varPost) / postsIn(item.bundle)));
  const own = factors.of[i]!;
  return {
    posting: item.posting,
    value: item.value / item.posting,
    target: shared.product(own.audience),
    views: shared.product(own.views),
    response: shared.product(own.response),
    followerShare: shared.share(own.split),
    split: factors.factors[own.split]!.assumption,
    inFeed: feedMove(item.feed),
    creator: logShock(assumedOnly && method !== "assumed" ? 0 : Math.sqrt(posterior.varMean)),
    audience: logShock(Math.sqrt(assumedOnly ? assumed : known + assumed)),
    luck: logShock(assumedOnly ? 0 : luckSd),
    ownResponse: logShock(assumedOnly ? 0 : item.responseSd),
    madeGood: madeGoodOf(item),
    byView: item.bundle.pieces[0]!.offer.price.deal === "view",
  };
}

// The promise is of views: an item that is judged by its engagements keeps theirs.
function madeGoodOf({ bundle, figure }: ItemModel): (views: number) => number {
  const { makeGood, views } = bundle.pieces[0]!.offer;
  if (makeGood === null || figure !== views) return (factor) => factor;
  return (factor) => Math.max(makeGood.floor, factor * makeGood.scale);
}
