import { dayOf, daysBetween, type IsoDate } from "#core/period";
import type { Post } from "./creator.ts";
import { PhraseSet } from "./phrase.ts";
import { postTokens } from "./postTokens.ts";
import { RECENT_POSTS_LEAST, recentPosts } from "./recentPosts.ts";

/** A sum over fewer posts is one post's luck. Chorale's rule. */
export const RATE_POSTS_LEAST = 3;

/** Comments or saves over views, summed over the posts on the topic that show both. */
export interface RateByViews {
  readonly byViewsBp: number | null;
  readonly posts: number;
}

/** How deep an account is in a topic, from what its posts say. */
export interface TopicDepth {
  /** Of the recent posts that say anything; null: fewer than RECENT_POSTS_LEAST do. */
  readonly shareBp: number | null;
  readonly recentOnTopic: number;
  /** Recent posts with tags or a caption: of the others nobody knows what they are about. */
  readonly recentReadable: number;
  /** Of all known posts on the topic. */
  readonly onTopic: number;
  readonly firstOn: IsoDate | null;
  readonly lastOn: IsoDate | null;
  /** Days from the first to the last known post on the topic. */
  readonly spanDays: number | null;
  readonly comments: RateByViews;
  readonly saves: RateByViews;
}

/** Whether a post is on a topic: all its words (TopicLexicon.wordsOf), or the one that was asked for. */
export function onTopic(words: readonly string[]): (post: Post) => boolean {
  const topic = new PhraseSet(words);
  return (post) => {
    const { tags, caption } = postTokens(post);
    return tags.some((tag) => topic.inTag(tag) !== null) || topic.in(caption) !== null;
  };
}

/** Comments are counted, not read: no export has their text. */
export function topicDepth(posts: readonly Post[], isOn: (post: Post) => boolean): TopicDepth {
  const readable = recentPosts(posts).posts.filter(isReadable);
  const recentOnTopic = readable.filter(isOn).length;
  const on = posts.filter(isOn);
  const days = on.map(({ postedAtMs }) => dayOf(postedAtMs)).sort();
  const [firstOn = null, lastOn = null] = [days[0], days.at(-1)];
  return {
    shareBp:
      readable.length < RECENT_POSTS_LEAST ? null : Math.round((10_000 * recentOnTopic) / readable.length),
    recentOnTopic,
    recentReadable: readable.length,
    onTopic: on.length,
    firstOn,
    lastOn,
    spanDays: firstOn === null || lastOn === null ? null : daysBetween(firstOn, lastOn),
    comments: rateOf(on, "comments"),
    saves: rateOf(on, "saves"),
  };
}

function isReadable({ tags, caption }: Post): boolean {
  return tags.length > 0 || caption !== null;
}

function rateOf(posts: readonly Post[], figure: "comments" | "saves"): RateByViews {
  let [counted, sum, views] = [0, 0, 0];
  for (const post of posts) {
    const value = post[figure];
    if (value === null || post.views === null || post.views === 0) continue;
    counted += 1;
    sum += value;
    views += post.views;
  }
  return {
    byViewsBp: counted < RATE_POSTS_LEAST ? null : Math.round((10_000 * sum) / views),
    posts: counted,
  };
}
