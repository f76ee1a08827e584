import type { Assumption } from "#core/forecast/assumption";

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

/** What a move makes of the chances of every atom. */
export interface MovedTouch {
  readonly toFollowers: number;
  readonly toStrangers: number;
  readonly cap: number;
  readonly response: number;
}

/** `inFeed`: the item's `feedMove`. */
export function movedTouch(
  inFeed: (factor: number) => number,
  split: Assumption,
  { views, audience, response, people, followerShare }: Move,
): MovedTouch {
  const factor = (views * followerShare) / Math.max(SPLIT_MIN, split.value);
  return {
    // More people, or fewer of the audience in the target, thin the chance to follow, not that of a follower to see.
    toFollowers: (inFeed(factor) * audience) / people,
    toStrangers: (views * audience * (1 - followerShare)) / Math.max(SPLIT_MIN, 1 - split.value) / people,
    cap: (FOLLOWER_CAP * audience) / people,
    response,
  };
}

/** Chance to see the moved item and act, from the chances at mean rates (`AtomSample`'s rows). */
export function chanceOf(
  { toFollowers, toStrangers, cap, response }: MovedTouch,
  follower: number,
  followerMost: number,
  stranger: number,
  acts: number,
): number {
  const asFollower = Math.min(cap * followerMost, follower * toFollowers);
  const asStranger = Math.min(FOLLOWER_CAP, stranger * toStrangers);
  const sees = 1 - (1 - asFollower) * (1 - asStranger);
  return sees * Math.min(1, acts * response);
}
