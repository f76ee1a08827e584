import { Random } from "#core/random";
import { positiveMutualInformation } from "./cooccurrence.ts";
import { type ConceptLexicon, tokenRuns } from "./lexicon.ts";
import { conceptName, TopicSpace, topicName, unit } from "./topicSpace.ts";
import { singularRows } from "./truncatedSvd.ts";

export interface LearningOptions {
  readonly seed: number;
  /** Tokens in fewer documents are left out: two meetings are no habit. */
  readonly documentsMin?: number;
  readonly termsMax?: number;
  readonly dimensions?: number;
  /** How much more a concept or topic counts than a token: what the languages have in common, lest they fall apart. */
  readonly joinWeight?: number;
}

const DEFAULTS = { documentsMin: 3, termsMax: 30_000, dimensions: 64, joinWeight: 3 };
// A token that more than this share of the documents have tells no topic.
const SHARE_MAX = 0.5;

/**
 * Learns what a catalog's words have to do with each other from which stand together. A document also has the concepts of
 * the lexicon that one of its words names, and their topics, as if they were words: so 红酒 and "red wine" meet in one
 * place though no creator writes both. The same documents and seed give the same bytes.
 * @param documents distinct numbers of tokens: best of single posts and of accounts' own words, since whole accounts with all
 *   their posts have too much together; about 100,000 are enough, sample before
 * @param tokens what each number is
 */
export function learnTopicSpace(
  documents: readonly Uint32Array[],
  tokens: readonly string[],
  lexicon: ConceptLexicon,
  options: LearningOptions,
): TopicSpace {
  const { seed, documentsMin, termsMax, dimensions, joinWeight } = { ...DEFAULTS, ...options };
  const concepts = new ConceptFinder(lexicon, tokens);
  const found = documents.map((document) => concepts.namesIn(document));
  const chosen = frequentTokens(documents, tokens, { documentsMin, termsMax });
  const named = [...new Set(found.flat())].sort();
  const names = [...chosen.map((token) => tokens[token] ?? ""), ...named];
  const termOfToken = new Map(chosen.map((token, term) => [token, term]));
  const termOfName = new Map(named.map((name, i) => [name, chosen.length + i]));
  const bags = documents.map((document, d) => {
    const terms: number[] = [];
    for (const token of document) {
      const term = termOfToken.get(token);
      if (term !== undefined) terms.push(term);
    }
    for (const name of found[d] ?? []) terms.push(termOfName.get(name) ?? 0);
    return Uint32Array.from(terms);
  });
  const matrix = positiveMutualInformation(bags, names.length);
  for (let e = 0; e < matrix.columns.length; e++) {
    if (matrix.columns[e]! >= chosen.length) matrix.values[e]! *= joinWeight;
  }
  const { rows, width } = singularRows(matrix, dimensions, Random.named(seed, "topic-space"));
  const vectors = Float32Array.from(rows);
  for (let row = 0; row < names.length; row++) unit(vectors.subarray(row * width, (row + 1) * width));
  return new TopicSpace({ names, tokens: chosen.length, width, vectors });
}

function frequentTokens(
  documents: readonly Uint32Array[],
  tokens: readonly string[],
  { documentsMin, termsMax }: { documentsMin: number; termsMax: number },
): number[] {
  const having = new Uint32Array(tokens.length);
  for (const document of documents) for (const token of document) having[token]! += 1;
  const most = Math.max(documentsMin, documents.length * SHARE_MAX);
  return Array.from(tokens, (_, token) => token)
    .filter((token) => having[token]! >= documentsMin && having[token]! <= most)
    .sort((a, b) => having[b]! - having[a]! || ((tokens[a] ?? "") < (tokens[b] ?? "") ? -1 : 1))
    .slice(0, termsMax);
}

/** Finds the concepts a document names: one of whose words has all its tokens there. */
class ConceptFinder {
  // By a word's first token: the other tokens, and the names that follow.
  private readonly byFirst = new Map<number, { rest: number[]; names: string[] }[]>();

  constructor(lexicon: ConceptLexicon, tokens: readonly string[]) {
    const numbers = new Map(tokens.map((token, number) => [token, number]));
    for (const concept of lexicon.concepts) {
      const names = [conceptName(concept.slug), topicName(concept.topic)];
      for (const run of tokenRuns(concept)) {
        const [first, ...rest] = run.map((token) => numbers.get(token) ?? -1);
        if (first === undefined || first < 0 || rest.includes(-1)) continue;
        this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { rest, names }]);
      }
    }
  }

  namesIn(document: Uint32Array): string[] {
    const names = new Set<string>();
    let present: Set<number> | null = null;
    for (const token of document) {
      for (const word of this.byFirst.get(token) ?? []) {
        if (word.rest.length > 0) present ??= new Set(document);
        if (word.rest.every((other) => present?.has(other))) for (const name of word.names) names.add(name);
      }
    }
    return [...names];
  }
}
