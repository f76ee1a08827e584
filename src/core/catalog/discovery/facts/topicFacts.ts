import type { Account } from "#core/catalog/creator";
import type { TopicLexicon } from "#core/catalog/topic";
import { topicDepth } from "#core/catalog/topicDepth";

/** A topic of an account: how much of its recent posts, and for how long. Null where its posts do not say. */
export interface TopicFact {
  readonly topic: string;
  readonly shareBp: number | null;
  readonly spanDays: number | null;
}

/** The topics an account states, and those that the tags of its posts name. */
export function topicFacts(account: Account, lexicon: TopicLexicon): TopicFact[] {
  const { posts } = account;
  if (posts.length === 0) return stated(account.topics);
  const topics = new Set(account.topics);
  for (const { tags } of posts) {
    for (const tag of tags) {
      const topic = lexicon.topicOf(tag);
      if (topic !== null) topics.add(topic);
    }
  }
  return [...topics].map((topic) => {
    const words = lexicon.wordsOf(topic);
    const { shareBp, spanDays } = topicDepth(posts, words.length > 0 ? words : [topic]);
    return { topic, shareBp, spanDays };
  });
}

function stated(topics: readonly string[]): TopicFact[] {
  const facts: TopicFact[] = [];
  for (const topic of topics)
    if (!facts.some((fact) => fact.topic === topic)) facts.push({ topic, shareBp: null, spanDays: null });
  return facts;
}
