import type { OpenSegment } from "../segment/openSegment.ts";
import { type Base, countFacets, type FacetCounts, type FacetName } from "./countFacets.ts";
import { evaluateFilter, type Verdict } from "./evaluateFilter.ts";
import { evaluateWords, scoreWords, type WordStatistics } from "./evaluateWords.ts";
import { type FitMiddles, fitColumn } from "./fit.ts";
import type { Filter, FindQuery } from "./query.ts";
import { columnOf, type KeyColumn, type Ranked, rankRows } from "./rankRows.ts";
import { idsOfRows, leaveOut } from "./seenAccounts.ts";
import { tiersOfBands } from "./tiersOfBands.ts";

/** What one segment answers. */
export interface SegmentAnswer {
  readonly total: number;
  /** Accounts that no known figure excludes, while one that was asked for is unknown. */
  readonly unknown: number;
  readonly ranked: readonly Ranked[];
  readonly facets: ReadonlyMap<FacetName, FacetCounts>;
  /** Ids of all who answer, ascending, 16 bytes each; null: not asked for, or more than were asked for. */
  readonly accountIds: Uint8Array | null;
}

/** What a segment has to know of the others: all are ranked by the same measure. */
export interface WholeIndex {
  readonly words: WordStatistics;
  readonly middles: FitMiddles;
}

export function searchSegment(segment: OpenSegment, query: FindQuery, whole: WholeIndex): SegmentAnswer {
  const { layout, kernels, scratch } = segment;
  const { words } = layout;
  scratch.reset();
  const tiers = query.tierBands === null ? layout.categories.tier : tiersOfBands(segment, query.tierBands);
  const spoken = query.words ? evaluateWords(segment, query.words) : segment.live;
  const said = query.notAmong ? leaveOut(segment, spoken, query.notAmong) : spoken;
  const verdicts = query.filters.map((filter) => evaluateFilter(segment, filter, tiers));
  const sure = intersect(segment, said, sureOf(verdicts));
  const possible = intersect(segment, said, possibleOf(verdicts));
  const [chosen, all] = query.includeUnknown ? ([possibleOf, possible] as const) : ([sureOf, sure] as const);
  const total = kernels.popcount(all, words);
  const unknown = kernels.popcount(possible, words) - kernels.popcount(sure, words);

  const bases = new Map<FacetName, Base>();
  const baseOf = (facet: FacetName): Base => {
    const own = query.filters.map((filter) => standsAside(filter, facet));
    if (!own.includes(true)) return { bits: all, count: total };
    const known = bases.get(facet);
    if (known) return known;
    const bits = intersect(segment, said, chosen(verdicts.filter((_, place) => !own[place])));
    const base = { bits, count: kernels.popcount(bits, words) };
    bases.set(facet, base);
    return base;
  };
  // Bases are kept beyond the counting of one facet: they are made before it takes room of its own.
  for (const filter of query.filters) if (filter.kind !== "audience" && query.withFacets) baseOf(filter.name);
  return {
    ...{ total, unknown },
    ranked:
      query.limit === 0
        ? []
        : rankRows(segment, all, keyColumn(segment, query, whole, all), query, whole.middles),
    facets: query.withFacets ? countFacets(segment, baseOf, tiers, query.today) : new Map(),
    accountIds: total <= (query.idsMost ?? -1) ? idsOfRows(segment, all, total) : null,
  };
}

const sureOf = (verdicts: readonly Verdict[]) => verdicts.map(({ sure }) => sure);
const possibleOf = (verdicts: readonly Verdict[]) => verdicts.map(({ possible }) => possible);

/** A facet is counted as if its own condition were not there, so that its other words can be chosen instead. */
function standsAside(filter: Filter, facet: FacetName): boolean {
  if (filter.kind === "audience" || filter.name !== facet) return false;
  return filter.kind !== "keyed" || filter.mode === "any";
}

function intersect(
  { layout, kernels, scratch, live }: OpenSegment,
  said: number,
  bitmaps: readonly number[],
): number {
  const to = scratch.take(layout.words * 8);
  kernels.and(to, said, live, layout.words);
  for (const bits of bitmaps) kernels.and(to, to, bits, layout.words);
  return to;
}

function keyColumn(
  segment: OpenSegment,
  { sort, words, fit }: FindQuery,
  whole: WholeIndex,
  bits: number,
): KeyColumn {
  if (sort.by === "match")
    return { column: words ? scoreWords(segment, words, whole.words, bits) : zeroes(segment), kind: 2 };
  if (sort.by === "fit")
    return fit ? fitColumn(segment, fit, whole.middles, bits) : { column: zeroes(segment), kind: 2 };
  return columnOf(segment, sort.by);
}

function zeroes({ layout, kernels, scratch }: OpenSegment): number {
  const bytes = layout.words * 64 * 4;
  const at = scratch.take(bytes);
  kernels.fill(at, 0, bytes);
  return at;
}
