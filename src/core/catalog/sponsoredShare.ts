import type { IsoDate } from "#core/period";
import type { Post } from "./creator.ts";
import { RECENT_POSTS_LEAST, recentPosts } from "./recentPosts.ts";

/** How much of what an account published lately was paid for. */
export interface SponsoredShare {
  /** Of the recent posts of which it is known whether they are sponsored; null: of fewer than RECENT_POSTS_LEAST. */
  readonly shareBp: number | null;
  readonly sponsored: number;
  /** The recent posts of which it is known. */
  readonly known: number;
  readonly recent: number;
  /** The day the account was last seen, from which recent counts back; null: no posts are known. */
  readonly seenOn: IsoDate | null;
}

const NO_POSTS: SponsoredShare = { shareBp: null, sponsored: 0, known: 0, recent: 0, seenOn: null };

/** A post whose export does not say whether it is sponsored counts neither way: unknown is not unsponsored. */
export function sponsoredShare(posts: readonly Post[]): SponsoredShare {
  if (posts.length === 0) return NO_POSTS;
  const { posts: recent, seenOn } = recentPosts(posts);
  const known = recent.filter(({ sponsored }) => sponsored !== null);
  const sponsored = known.filter((post) => post.sponsored).length;
  const shareBp = known.length < RECENT_POSTS_LEAST ? null : Math.round((10_000 * sponsored) / known.length);
  return { shareBp, sponsored, known: known.length, recent: recent.length, seenOn };
}
