import type { Tail } from "#core/brief/brief";
import { normalQuantile } from "#core/maths/normal";
import { Random } from "#core/random";
import type { ItemWorlds, Worlds } from "#core/solver/worlds";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { SharedDraws } from "./sharedDraws.ts";
import { type ItemFactors, sharedFactors } from "./sharedFactors.ts";
import { feedMove, seesAny, strangersShown } from "./touch.ts";

/** About 26 worlds or more in the tail. */
const COUNTS: Readonly<Record<Tail, number>> = { 0.5: 64, 0.2: 128, 0.1: 256 };
/** Chance to see a post at most: 95 % as a follower, then 95 % as a stranger. */
const SEES_MAX = 1 - 0.05 * 0.05;

/**
 * The scenarios that a plan for bad outcomes is chosen in: only what all creators share is drawn (assumed rates, shocks of
 * platform, topic, campaign and calibration, people to reach). What is a creator's own luck stays at its mean, else a
 * search among thousands would pick those who happen to be lucky in the scenarios at hand.
 */
export function campaignWorlds(model: CampaignModel, tail: Tail, seed: number): Worlds {
  const count = COUNTS[tail];
  const items = [...model.items.values()];
  const factors = sharedFactors(items, model);
  const z = factors.factors.map(({ name }) => stratifiedNormals(Random.named(seed, `worlds|${name}`), count));
  const covers = model.metric.kind !== "sum";
  const shared = new SharedDraws(factors, z, count, covers);
  return {
    count,
    weight: shared.people,
    of: new Map(
      items.map((item, i) => {
        const followers = covers ? followerShare(item, model) : 0;
        return [item.bundle.id, itemWorlds(item, factors.of[i]!, shared, followers)] as const;
      }),
    ),
  };
}

function itemWorlds(item: ItemModel, own: ItemFactors, shared: SharedDraws, followers: number): ItemWorlds {
  const [target, response] = [shared.product(own.audience), shared.product(own.response)];
  const inFeed = feedMove(item.feed);
  const scale = shared.product(own.views).map((views, k) => {
    // Followers who see a second post are counted already; strangers are mostly others each time.
    const seen = followers * inFeed(views) + (1 - followers) * views;
    return (seen / shared.people[k]!) * target[k]! * response[k]!;
  });
  return { scale, most: item.posting * SEES_MAX };
}

/** Of the people whom an item reaches at mean rates, those who follow the creator. */
function followerShare({ bundle, feed }: ItemModel, { audience, book }: CampaignModel): number {
  const real = audience.of.get(bundle.account.id)?.following.real ?? 0;
  const seeing = real * seesAny(feed);
  const strangers = strangersShown(bundle, book);
  return seeing + strangers > 0 ? seeing / (seeing + strangers) : 0;
}

/** One value in each of `count` equally likely parts of the normal, in random order: a column of a Latin hypercube. */
function stratifiedNormals(random: Random, count: number): Float64Array {
  const order = random.shuffle(Array.from({ length: count }, (_, k) => k));
  return Float64Array.from(order, (part) => normalQuantile((part + 0.5) / count));
}
