import type { QueryGroups } from "../queryGroups.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import type { FacetCounts, FacetName } from "./countFacets.ts";
import type { WordStatistics } from "./evaluateWords.ts";
import { fitMiddles } from "./fit.ts";
import type { FindQuery } from "./query.ts";
import type { Ranked } from "./rankRows.ts";
import { type SegmentAnswer, searchSegment } from "./searchSegment.ts";
import { mergeIds } from "./seenAccounts.ts";
import { wordCounts } from "./wordCounts.ts";

/** Searches all segments of an index as if they were one. */
export function searchSegments(segments: readonly OpenSegment[], query: FindQuery): SegmentAnswer {
  const middles = query.fit === null ? {} : fitMiddles(segments, query.fit);
  const whole = { words: statisticsOf(segments, query.words), middles };
  const answers = segments.map((segment) => searchSegment(segment, query, whole));
  const [only] = answers;
  if (only && answers.length === 1) return only;
  return {
    total: sum(answers.map(({ total }) => total)),
    unknown: sum(answers.map(({ unknown }) => unknown)),
    ranked: answers
      .flatMap(({ ranked }) => ranked)
      .sort(byRank)
      .slice(0, query.limit),
    facets: mergeFacets(answers),
    accountIds: mergeIds(
      answers.map(({ accountIds }) => accountIds),
      query.idsMost ?? -1,
    ),
  };
}

function byRank(a: Ranked, b: Ranked): number {
  if (a.key !== b.key) return b.key > a.key ? 1 : -1;
  return a.accountId < b.accountId ? -1 : 1;
}

function statisticsOf(segments: readonly OpenSegment[], words: QueryGroups | null): WordStatistics {
  const layouts = segments.map(({ layout }) => layout);
  const counts = wordCounts(layouts);
  const tokens = words?.groups.flatMap(({ terms }) => terms.map(({ token }) => token)) ?? [];
  return {
    documents: counts.documents,
    lengthSum: sum(layouts.map(({ text }) => text.lengthSum)),
    documentsWith: new Map(tokens.map((token) => [token, counts.documentsWith(token)])),
  };
}

function mergeFacets(answers: readonly SegmentAnswer[]): Map<FacetName, FacetCounts> {
  const merged = new Map<FacetName, { counts: Map<string, number>; unknown: number }>();
  for (const { facets } of answers) {
    for (const [name, { counts, unknown }] of facets) {
      const into = merged.get(name) ?? { counts: new Map<string, number>(), unknown: 0 };
      for (const [key, count] of counts) into.counts.set(key, (into.counts.get(key) ?? 0) + count);
      into.unknown += unknown;
      merged.set(name, into);
    }
  }
  return merged;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
