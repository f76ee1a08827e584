import type { Account, Post } from "#core/catalog/creator";
import type { TopicLexicon } from "#core/catalog/topic";
import { onTopic, topicDepth } from "#core/catalog/topicDepth";
import type { TopicPhrases } from "#core/catalog/topicPhrases";

/** A topic of an account: how much of its recent posts, and for how long. Null where its posts do not say. */
export interface TopicFact {
  readonly topic: string;
  readonly shareBp: number | null;
  readonly spanDays: number | null;
}

/** The topics an account states, and those that the tags of its posts name. */
export function topicFacts(
  { topics: stated, posts }: Pick<Account, "topics" | "posts">,
  lexicon: TopicLexicon,
  phrases: TopicPhrases,
): TopicFact[] {
  if (posts.length === 0) return withoutPosts(stated);
  const topics = new Set(stated);
  for (const { tags } of posts) {
    for (const tag of tags) {
      const topic = lexicon.topicOf(tag);
      if (topic !== null) topics.add(topic);
    }
  }
  const said = new Map(posts.map((post) => [post, phrases.topicsOf(post)]));
  return [...topics].map((topic) => {
    const isKnown = lexicon.wordsOf(topic).length > 0;
    const isOn = isKnown ? (post: Post) => said.get(post)?.has(topic) === true : onTopic([topic]);
    const { shareBp, spanDays } = topicDepth(posts, isOn);
    return { topic, shareBp, spanDays };
  });
}

function withoutPosts(topics: readonly string[]): TopicFact[] {
  const facts: TopicFact[] = [];
  for (const topic of topics)
    if (!facts.some((fact) => fact.topic === topic)) facts.push({ topic, shareBp: null, spanDays: null });
  return facts;
}
