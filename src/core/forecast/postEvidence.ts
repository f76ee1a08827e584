import type { Account, Post, Snapshot } from "#core/catalog/creator";
import type { Method } from "#core/provenance";

const POSTS_MAX = 20;
const SETTLED_AFTER_MS = 7 * 86_400_000;

/** What is seen of one figure: values a post, and how they were come by. */
export interface PostEvidence {
  readonly values: readonly number[];
  readonly method: Method;
  readonly source: string;
  /** True: the posts are of another format than the one asked for. */
  readonly otherFormat: boolean;
}

export type PostFigure = (post: Post) => number | null;

export const viewsOfPost: PostFigure = (post) => post.views;

/** Likes, comments, shares and saves together; null when not even likes are known. */
export const engagementsOfPost: PostFigure = (post) =>
  post.likes === null ? null : post.likes + (post.comments ?? 0) + (post.shares ?? 0) + (post.saves ?? 0);

export const savesOfPost: PostFigure = (post) => post.saves;

/**
 * The last 20 posts of the format whose figures had seven days to settle before they were read; posts of other
 * formats where it has none.
 */
export function postEvidence(
  account: Account,
  format: string | null,
  figure: PostFigure,
): PostEvidence | null {
  const settled = account.posts.filter(
    (post) =>
      figure(post) !== null &&
      Date.parse(`${post.observedOn}T23:59:59Z`) - post.postedAtMs >= SETTLED_AFTER_MS,
  );
  const ofFormat = settled.filter((post) => post.format === format);
  const posts = (ofFormat.length > 0 ? ofFormat : settled)
    .toSorted((a, b) => b.postedAtMs - a.postedAtMs)
    .slice(0, POSTS_MAX);
  const [newest] = posts;
  if (!newest) return null;
  return {
    values: posts.map((post) => figure(post) ?? 0),
    method: "measured",
    source: `${posts.length} × ${newest.format}, ${newest.observedOn}`,
    otherFormat: ofFormat.length === 0,
  };
}

/** The newest snapshot that knows the figure. */
export function newestKnown(account: Account, figure: keyof Snapshot): Snapshot | null {
  return account.snapshots.find((snapshot) => snapshot[figure] !== null) ?? null;
}

export function followersOf(account: Account): number | null {
  const followers = newestKnown(account, "followers")?.followers ?? null;
  return followers !== null && followers > 0 ? followers : null;
}
