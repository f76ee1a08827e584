import { idf, type WordCounts } from "./bm25.ts";
import type { QueryGroups, QueryTerm } from "./queryGroups.ts";
import { meanDirection, type TopicSpace } from "./topicSpace.ts";

const OWN_MAX = 40;
const LEARNED_MAX = 16;
const LEARNED_WEIGHT = 0.4;
// What one of several creators says alone may be a name; words of half of them are what they have in common.
const COMMON_SHARE = 0.5;

/**
 * "More like these" as a query: the words that tell the chosen creators from all others, by frequency × idf, each creator
 * counting alike however much it writes; and what the space has nearest to them. One group, since any of it will do;
 * weights in (0, 1]. Without words in common, or no creators, there is no group and nothing is found.
 * @param creators weighted frequencies by token, as the index has them
 */
export function centroidQuery(
  creators: readonly ReadonlyMap<string, number>[],
  counts: WordCounts,
  space: TopicSpace | null,
): QueryGroups {
  const needed = creators.length > 1 ? Math.max(2, creators.length * COMMON_SHARE) : 1;
  const sums = new Map<string, { weight: number; creators: number }>();
  for (const words of creators) {
    const length = Math.sqrt([...words.values()].reduce((sum, n) => sum + n * n, 0));
    for (const [token, frequency] of words) {
      const before = sums.get(token) ?? { weight: 0, creators: 0 };
      const weight = (frequency / length) * idf(counts.documents, counts.documentsWith(token));
      sums.set(token, { weight: before.weight + weight, creators: before.creators + 1 });
    }
  }
  const own = [...sums]
    .filter(([token, sum]) => sum.creators >= needed && counts.documentsWith(token) > sum.creators)
    .sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .slice(0, OWN_MAX);
  const [first] = own;
  if (!first) return { groups: [], need: 1 };
  const most = first[1].weight;
  const terms: QueryTerm[] = own.map(([token, { weight }]) => ({
    token,
    also: [],
    weight: weight / most,
    via: "exact",
  }));
  const direction =
    space && meanDirection(terms.map(({ token, weight }) => ({ vector: space.vectorOf(token), weight })));
  const had = new Set(terms.map(({ token }) => token));
  for (const near of direction ? (space?.nearestTokens(direction, LEARNED_MAX) ?? []) : []) {
    if (!had.has(near.token))
      terms.push({
        token: near.token,
        also: [],
        weight: LEARNED_WEIGHT * near.similarity,
        via: "learned",
      });
  }
  return { groups: [{ word: "", terms }], need: 1 };
}
