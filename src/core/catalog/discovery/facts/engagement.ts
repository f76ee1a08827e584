import type { Account, Post } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import { RECENT_POSTS_LEAST, recentPosts } from "#core/catalog/recentPosts";

/**
 * Expected views and rates of an account: as stated, engagement by followers else of stated engagements a post, else from
 * its recent posts where enough of them show it.
 */
export interface Engagement {
  readonly viewsAvg: number | null;
  readonly engagementByFollowersBp: number | null;
  readonly engagementByViewsBp: number | null;
  readonly savesByViewsBp: number | null;
  readonly commentsByViewsBp: number | null;
}

/** Likes, comments, shares and saves are engagement; rates over views are sums over sums, so that no post with few views decides. */
export function engagement(account: Account): Engagement {
  const recent = recentPosts(account.posts).posts;
  const stated = (figure: Parameters<typeof latestFigure>[1]) => latestFigure(account, figure)?.value ?? null;
  const followers = stated("followers");
  const viewed = recent.filter(({ views }) => views !== null);
  const reacted = recent.filter(({ likes }) => likes !== null);
  return {
    viewsAvg: stated("viewsAvg") ?? mean(viewed.map(({ views }) => views ?? 0)),
    engagementByFollowersBp:
      stated("engagementByFollowersBp") ??
      ofFollowers(stated("engagementsAvg") ?? mean(reacted.map(engagements)), followers),
    engagementByViewsBp: stated("engagementByViewsBp") ?? byViews(reacted, engagements),
    savesByViewsBp: byViews(recent, ({ saves }) => saves),
    commentsByViewsBp: byViews(recent, ({ comments }) => comments),
  };
}

function engagements({ likes, comments, shares, saves }: Post): number {
  return (likes ?? 0) + (comments ?? 0) + (shares ?? 0) + (saves ?? 0);
}

function mean(values: readonly number[]): number | null {
  if (values.length < RECENT_POSTS_LEAST) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ofFollowers(engagementsMean: number | null, followers: number | null): number | null {
  if (engagementsMean === null || followers === null || followers === 0) return null;
  return rateBp(engagementsMean, followers);
}

function byViews(posts: readonly Post[], figure: (post: Post) => number | null): number | null {
  let [counted, sum, views] = [0, 0, 0];
  for (const post of posts) {
    const value = figure(post);
    if (value === null || post.views === null || post.views === 0) continue;
    counted++;
    sum += value;
    views += post.views;
  }
  return counted < RECENT_POSTS_LEAST ? null : rateBp(sum, views);
}

// A vendor's list may hold anything; a column of the index holds 32 bits.
function rateBp(part: number, whole: number): number {
  return Math.min(2 ** 31 - 1, Math.round((10_000 * part) / whole));
}
