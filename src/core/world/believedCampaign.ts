import { Random } from "#core/random";
import type { BelievedAccount } from "./believedAccount.ts";
import type { BelievedMarket } from "./believedMarket.ts";

export interface BelievedBooking {
  readonly accountId: string;
  readonly posts: number;
}

/** What a campaign did in the target, as a forecast counts it. */
export interface BelievedOutcome {
  readonly reach: number;
  readonly views: number;
  readonly engagement: number;
  readonly orders: number;
}

/** Nobody is sure to see a post, or to follow. */
const SHARE_MAX = 0.95;

/** A booking as it turned out. */
interface Appeared {
  readonly account: BelievedAccount;
  readonly posts: number;
  readonly views: number;
  /** Chance of a follower to see one post; viewers who do not follow. */
  readonly seen: number;
  readonly strangers: number;
}

/** One campaign, person by person: who follows, who is shown a post, who sees it, who is moved. */
export function runBelieved(
  market: BelievedMarket,
  bookings: readonly BelievedBooking[],
  seed: number,
): BelievedOutcome {
  const random = new Random(seed);
  let [views, engagement] = [0, 0];
  const appeared = bookings.flatMap(({ accountId, posts }): Appeared[] => {
    const account = market.truth.get(accountId);
    if (!account) throw new Error(`no account ${accountId} in this market`);
    if (random.uniform() >= market.posting) return [];
    const shock = market.shock.of(account.platform, account.topic);
    let total = 0;
    for (let post = 0; post < posts; post++)
      total += account.followers * Math.exp(account.logViews + account.postSd * random.normal()) * shock;
    views += total * account.inTarget;
    engagement += random.poisson(total * account.engagementByViews * account.inTarget);
    const viewers = total / account.viewsPerViewer;
    const seen = Math.min(SHARE_MAX, (account.followerViewShare * viewers) / posts / account.real);
    return [{ account, posts, views: total, seen, strangers: (1 - account.followerViewShare) * viewers }];
  });
  const { reach, orders } = meetPeople(market, appeared, random);
  return { reach, views, engagement, orders };
}

function meetPeople(
  market: BelievedMarket,
  appeared: readonly Appeared[],
  random: Random,
): { readonly reach: number; readonly orders: number } {
  let [reach, orders] = [0, 0];
  // Relative to the mean over a topical creator's followers.
  const onTopical = Math.min(0.95, market.topicShare * market.topicLift);
  const off = 1 / (onTopical * market.topicRatio + 1 - onTopical);
  for (const { onTopic, count } of market.people) {
    const response = onTopic ? off * market.topicRatio : off;
    const met = appeared.map(({ account, seen, strangers, posts }) => {
      const users = count * (market.use.get(account.platform) ?? 0);
      const share = account.inTarget * (onTopic ? account.onTopic : 1 - account.onTopic);
      return {
        platform: account.platform,
        ...{ posts, seen },
        follows: (account.real * share) / users,
        shown: (strangers * share) / users,
        acts: Math.min(1, (account.orderRate * response) / market.kappa),
      };
    });
    for (let person = 0; person < count; person++) {
      const activity = -Math.log(1 - random.uniform());
      const uses = new Map([...market.use].map(([platform, share]) => [platform, random.uniform() < share]));
      let sees = false;
      let chanceOfNone = 1;
      for (const { platform, posts, seen, follows, shown, acts } of met) {
        if (!uses.get(platform)) continue;
        const asFollower =
          random.uniform() < activity * follows && seesOne(seen, posts, market.dispersion, random);
        if (!asFollower && random.uniform() >= -Math.expm1(-shown * activity)) continue;
        sees = true;
        chanceOfNone *= 1 - acts;
      }
      if (!sees) continue;
      reach++;
      if (random.uniform() < market.kappa && random.uniform() >= chanceOfNone) orders++;
    }
  }
  return { reach, orders };
}

/** A follower's own chance to see a post is beta distributed around the mean; the posts meet the same follower. */
function seesOne(mean: number, posts: number, dispersion: number, random: Random): boolean {
  const own = random.beta(mean * dispersion, (1 - mean) * dispersion);
  return random.uniform() < 1 - (1 - own) ** posts;
}
