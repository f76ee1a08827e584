import type { WordCounts } from "./bm25.ts";
import { boundAdded } from "./boundAdded.ts";
import { type Concept, type ConceptLexicon, type Phrase, tokenRuns } from "./lexicon.ts";
import type { QueryGroup, QueryGroups, QueryTerm } from "./queryGroups.ts";
import { conceptName, meanDirection, type TopicSpace, topicName } from "./topicSpace.ts";

/** How far a query is widened. Chosen on the tuning half of `bench/relevance.mjs`; see docs/methods/topics.md. */
export interface Widening {
  /** Weight of another word of the same concept. */
  readonly lexiconWeight: number;
  /** So many of them at most: those that most of the catalog has. */
  readonly namesMax: number;
  /** Weight of the topic's own name. */
  readonly topicWeight: number;
  /** Weight of a learned neighbour, times its similarity. */
  readonly learnedWeight: number;
  readonly similarityMin: number;
  readonly neighboursMax: number;
  /** How much a word's direction leans to that of its topic. */
  readonly topicPull: number;
}
export const WIDENING: Widening = {
  lexiconWeight: 0.6,
  namesMax: 6,
  topicWeight: 0.3,
  learnedWeight: 0.35,
  similarityMin: 0.3,
  neighboursMax: 16,
  topicPull: 0.1,
};

/** More terms than this cost time and add noise. */
const TERMS_MAX = 26;

/**
 * A query as groups of terms, one group a word: the word itself, the words of its concept in both languages, and what
 * the catalog says in the same breath. Without a space nothing learned is added. What is added counts less the
 * better the word itself tells (`boundAdded`). A row matches a query of up to two
 * words when it has all of them, a longer one when it has three in five.
 */
export function expandQuery(
  text: string,
  lexicon: ConceptLexicon,
  space: TopicSpace | null,
  counts: WordCounts,
  widening: Widening = WIDENING,
): QueryGroups {
  const groups = lexicon.phrasesOf(text).map((phrase) => groupOf(phrase, lexicon, space, counts, widening));
  return { groups, need: groups.length <= 2 ? groups.length : Math.ceil(groups.length * 0.6) };
}

function groupOf(
  phrase: Phrase,
  lexicon: ConceptLexicon,
  space: TopicSpace | null,
  counts: WordCounts,
  widening: Widening,
): QueryGroup {
  const terms = new TermList(lexicon);
  terms.add(phrase.tokens, 1, "exact");
  const { concept } = phrase;
  for (const run of concept ? commonest(tokenRuns(concept), counts, widening.namesMax) : [])
    terms.add(run, widening.lexiconWeight, "lexicon");
  const names = terms.first(TERMS_MAX);
  const topic = concept?.topic ?? lexicon.topics.topicOf(phrase.tokens.join(" "));
  if (topic !== null) terms.add(topic.split("-"), widening.topicWeight, "lexicon");
  const direction = space && directionOf(phrase.tokens, concept, topic, space, widening.topicPull);
  if (space && direction) {
    const { neighboursMax, similarityMin } = widening;
    for (const { token, similarity } of space.nearestTokens(direction, neighboursMax, similarityMin))
      terms.add([token], widening.learnedWeight * similarity, "learned");
  }
  return { word: phrase.tokens.join(" "), terms: boundAdded(terms.first(TERMS_MAX), names, counts) };
}

/** The words that most rows can have: as many as have their rarest token. */
function commonest(runs: readonly string[][], counts: WordCounts, most: number): readonly string[][] {
  return runs
    .map((run) => ({ run, rows: Math.min(...run.map((token) => counts.documentsWith(token))) }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, most)
    .map(({ run }) => run);
}

/** Where a word points: its concept or its tokens, leaning to the topic; the topic alone when the catalog never said it. */
export function directionOf(
  tokens: readonly string[],
  concept: Concept | null,
  topic: string | null,
  space: TopicSpace,
  topicPull: number,
): Float32Array | null {
  const vectors = concept
    ? [space.vectorOf(conceptName(concept.slug))]
    : tokens.map((token) => space.vectorOf(token));
  return meanDirection([
    ...vectors.map((vector) => ({ vector, weight: 1 / vectors.length })),
    { vector: topic === null ? null : space.vectorOf(topicName(topic)), weight: topicPull },
  ]);
}

/** Terms in the order they came, each run of tokens once, at its first and highest weight. */
class TermList {
  private readonly lexicon: ConceptLexicon;
  private readonly terms = new Map<string, QueryTerm>();

  constructor(lexicon: ConceptLexicon) {
    this.lexicon = lexicon;
  }

  add(tokens: readonly string[], weight: number, via: QueryTerm["via"]): void {
    this.put(tokens, weight, via);
    // "study abroad" is also the hashtag studyabroad.
    if (tokens.length > 1 && tokens.every((token) => /^[a-z0-9&+#]+$/.test(token)))
      this.put([tokens.join("")], weight, via);
  }

  first(count: number): QueryTerm[] {
    const terms = [...this.terms.values()];
    if (terms.length <= count) return terms;
    return terms.sort((a, b) => b.weight - a.weight).slice(0, count);
  }

  private put(tokens: readonly string[], weight: number, via: QueryTerm["via"]): void {
    const key = tokens.join(" ");
    const [token, ...also] = this.lexicon.tellingFirst(tokens);
    if (token !== undefined && weight > 0 && !this.terms.has(key))
      this.terms.set(key, { token, also, weight, via });
  }
}
