import { nearestOf } from "#core/nearest";
import type { ConceptLexicon } from "./lexicon.ts";
import { tokensOf } from "./tokens.ts";
import { meanDirection, similarity, type TopicSpace, topicName } from "./topicSpace.ts";

/** A topic offered for a word that is none, and why: the word belongs to it, looks like a word of it, or is used like it. */
export interface NearTopic {
  readonly slug: string;
  readonly by: "word" | "spelling" | "learned";
  /** The known word it looks like. */
  readonly word: string | null;
}

/** Below this cosine, words have no more to do with each other than two drawn from the catalog. */
const SIMILARITY_MIN = 0.2;

// In Chinese one slip of two characters is another word.
const SPELT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s&-]{4,}$/u;

/** The topics to offer for a word, most likely first, at most `count`; none when neither spelling nor catalog helps. */
export function nearestTopics(
  word: string,
  lexicon: ConceptLexicon,
  space: TopicSpace | null,
  count = 3,
): NearTopic[] {
  const found: NearTopic[] = [];
  const add = (topic: NearTopic) => {
    if (!found.some(({ slug }) => slug === topic.slug)) found.push(topic);
  };
  const known = lexicon.topicOf(word);
  if (known !== null) add({ slug: known, by: "word", word: null });
  const alike = known === null && SPELT.test(word) ? nearestOf(word, lexicon.words()) : null;
  const meant = alike === null ? null : lexicon.topicOf(alike);
  if (meant !== null) add({ slug: meant, by: "spelling", word: alike });
  for (const slug of learnedTopics(word, lexicon, space)) add({ slug, by: "learned", word: null });
  return found.slice(0, count);
}

function learnedTopics(word: string, lexicon: ConceptLexicon, space: TopicSpace | null): string[] {
  const vectors = tokensOf(word).map((token) => ({ vector: space?.vectorOf(token) ?? null, weight: 1 }));
  const direction = meanDirection(vectors);
  if (!direction || !space) return [];
  return lexicon.topics.topics
    .map(({ slug }) => ({ slug, vector: space.vectorOf(topicName(slug)) }))
    .flatMap(({ slug, vector }) => (vector ? [{ slug, near: similarity(direction, vector) }] : []))
    .filter(({ near }) => near >= SIMILARITY_MIN)
    .sort((a, b) => b.near - a.near)
    .map(({ slug }) => slug);
}
