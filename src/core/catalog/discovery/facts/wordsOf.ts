import type { TopicLexicon } from "#core/catalog/topic";
import type { AccountWords } from "./accountFacts.ts";
import type { KnownAccount } from "./knownAccount.ts";

/** The words in which an account is found: its own, and for a topic of the lexicon its names in every language. */
export function wordsOf(
  { displayName, account }: Pick<KnownAccount, "displayName" | "account">,
  topicNames: (topic: string) => string,
): AccountWords {
  const { handle, bio, topics, posts } = account;
  return {
    name: [displayName],
    handle: [handle],
    topics: topics.map(topicNames),
    bio: bio === null ? [] : [bio],
    hashtags: posts.flatMap(({ tags }) => tags),
    captions: posts.flatMap(({ caption }) => caption ?? []),
  };
}

/** A topic in every language of the lexicon. */
export function namesOf(topic: string, lexicon: TopicLexicon): string {
  const known = lexicon.topics.find(({ slug }) => slug === topic);
  return known ? [...new Set([topic, ...Object.values(known.names)])].join(" · ") : topic;
}
