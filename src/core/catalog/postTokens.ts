import type { Post } from "./creator.ts";
import { tokensOf } from "./discovery/tokens.ts";

export interface PostTokens {
  readonly tags: readonly (readonly string[])[];
  readonly caption: readonly string[];
}

// Several topics and brands are looked for in the same posts; what was split goes when its post does.
const SPLIT = new WeakMap<Post, PostTokens>();

/** What a post says, split once. */
export function postTokens(post: Post): PostTokens {
  const known = SPLIT.get(post);
  if (known) return known;
  const split = {
    tags: post.tags.map(tokensOf),
    caption: post.caption === null ? [] : tokensOf(post.caption),
  };
  SPLIT.set(post, split);
  return split;
}
