import type { Assumption } from "#core/forecast/assumption";
import { type FeedView, feedFactor } from "./touch.ts";

const FOLLOWER_CAP = 0.95;
// Keeps the relative move of a share of views finite where the share is nearly nothing or nearly all.
const SPLIT_MIN = 0.02;

/** How an item fares against what is expected of it: factors, and the share of views that followers get. */
export interface Move {
  readonly views: number;
  readonly audience: number;
  readonly response: number;
  readonly people: number;
  readonly followerShare: number;
}

/** Chance to see the moved item and act, from the chances at mean rates (`AtomSample`'s rows). */
export type MovedTouch = (follower: number, followerMost: number, stranger: number, acts: number) => number;

export function movedTouch(
  feed: FeedView,
  split: Assumption,
  { views, audience, response, people, followerShare }: Move,
): MovedTouch {
  // More people, or fewer of the audience in the target, thin the chance to follow, not that of a follower to see.
  const inFeed = (views * followerShare) / Math.max(SPLIT_MIN, split.value);
  const toFollowers = (feedFactor(feed, inFeed) * audience) / people;
  const toStrangers =
    (views * audience * (1 - followerShare)) / Math.max(SPLIT_MIN, 1 - split.value) / people;
  const cap = (FOLLOWER_CAP * audience) / people;
  return (follower, followerMost, stranger, acts) => {
    const asFollower = Math.min(cap * followerMost, follower * toFollowers);
    const asStranger = Math.min(FOLLOWER_CAP, stranger * toStrangers);
    const sees = 1 - (1 - asFollower) * (1 - asStranger);
    return sees * Math.min(1, acts * response);
  };
}
