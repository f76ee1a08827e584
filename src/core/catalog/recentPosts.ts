import { addDays, type IsoDate } from "#core/period";
import type { Post } from "./creator.ts";

/**
 * How far back a post still tells how an account works today: half a year holds a season's campaigns and a month without
 * any. Chorale's rule.
 */
export const RECENT_DAYS = 180;

/** A share of fewer posts says nothing of an account: with four, one post more is 25 points. Chorale's rule. */
export const RECENT_POSTS_LEAST = 5;

/** So many of an account's newest posts are read: the planner looks at the last 20 of a format. */
export const POSTS_PER_ACCOUNT = 60;

/**
 * The posts of the last RECENT_DAYS before the account was last seen, newest first, and that day: an old export describes
 * its own time, not today. Null day: no posts are known.
 */
export function recentPosts<P extends Pick<Post, "observedOn" | "postedAtMs">>(
  posts: readonly P[],
): {
  readonly posts: readonly P[];
  readonly seenOn: IsoDate | null;
} {
  let seenOn: IsoDate | null = null;
  for (const { observedOn } of posts) if (seenOn === null || observedOn > seenOn) seenOn = observedOn;
  if (seenOn === null) return { posts, seenOn };
  const fromMs = Date.parse(addDays(seenOn, -RECENT_DAYS));
  return { posts: posts.filter(({ postedAtMs }) => postedAtMs >= fromMs), seenOn };
}
