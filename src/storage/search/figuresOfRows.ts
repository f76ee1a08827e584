import type { AudienceShare, Post, Rate, Snapshot } from "#core/catalog/creator";
import { NO_TERMS } from "#core/catalog/deal";
import type { WorkedWith } from "#core/catalog/discovery/facts/knownAccount";
import type { IsoDate } from "#core/period";
import type { Method, Provenance, Trust } from "#core/provenance";
import type {
  AUDIENCE,
  COLLABORATIONS,
  POSTS,
  RATES,
  RowOf,
  SNAPSHOTS,
  SOURCES,
} from "./accountStatements.ts";

// Field by field: these run once a row of the whole catalog, where taking apart and spreading cost several times as much.

/** Sources by their key; what is of another one was taken back, and counts for nothing. */
export type Sources = ReadonlyMap<string | null, RowOf<typeof SOURCES>>;

export async function sourcesOf(batches: AsyncIterable<RowOf<typeof SOURCES>[]>): Promise<Sources> {
  const sources = new Map<string | null, RowOf<typeof SOURCES>>();
  for await (const rows of batches) for (const row of rows) sources.set(row[0], row);
  return sources;
}

/** Newest first, what was measured before what was estimated on the same day: as the catalog's own `snapshotsOf`. */
export function snapshotsOf(rows: readonly RowOf<typeof SNAPSHOTS>[], sources: Sources): Snapshot[] {
  const snapshots: Snapshot[] = [];
  const byDay = (a: RowOf<typeof SNAPSHOTS>, b: RowOf<typeof SNAPSHOTS>) =>
    descending(a[2], b[2]) || bySource(a, b, sources);
  for (const row of rows.length < 2 ? rows : rows.toSorted(byDay)) {
    const source = sources.get(row[1]);
    if (source) snapshots.push(snapshotOf(row, provenanceOf(source, row[2])));
  }
  return snapshots;
}

function snapshotOf(row: RowOf<typeof SNAPSHOTS>, source: Provenance): Snapshot {
  const mcn = row[18];
  return {
    observedOn: row[2] ?? "",
    source,
    followers: row[3],
    following: row[4],
    posts: row[5],
    viewsTotal: row[6],
    viewsAvg: row[7],
    likesAvg: row[8],
    commentsAvg: row[9],
    sharesAvg: row[10],
    savesAvg: row[11],
    engagementsAvg: row[12],
    engagementByFollowersBp: row[13],
    engagementByViewsBp: row[14],
    activeFollowersBp: row[15],
    realFollowersBp: row[16],
    videoShareBp: row[17],
    extra: mcn === null ? NOTHING_MORE : { mcn },
  };
}
const NOTHING_MORE = {};

export function ratesOf(rows: readonly RowOf<typeof RATES>[], sources: Sources): Rate[] {
  const rates: Rate[] = [];
  for (const row of rows) {
    const source = sources.get(row[1]);
    if (source)
      rates.push({
        deliverable: row[2] ?? "",
        deal: row[3] as Rate["deal"],
        priceMinor: row[4] ?? 0,
        priceMaxMinor: row[5],
        qualifier: row[6] as Rate["qualifier"],
        currency: row[7] ?? "",
        commissionBp: row[8],
        terms: row[10] === null ? null : { ...NO_TERMS, ...JSON.parse(row[10]) },
        validFrom: row[9],
        source: provenanceOf(source, row[9]),
      });
  }
  return rates;
}

/**
 * Shares of one dimension belong together: those of its newest day and source, never mixed with others. The largest first:
 * as the catalog's own `audienceSharesOf`.
 */
export function newestShares(rows: readonly RowOf<typeof AUDIENCE>[], sources: Sources): AudienceShare[] {
  const shares: AudienceShare[] = [];
  const newest = new Map<string | null, RowOf<typeof AUDIENCE>>();
  const byShare = (a: RowOf<typeof AUDIENCE>, b: RowOf<typeof AUDIENCE>) =>
    descending(a[2], b[2]) ||
    descending(b[3], a[3]) ||
    bySource(a, b, sources) ||
    (b[5] ?? 0) - (a[5] ?? 0) ||
    descending(b[4], a[4]);
  for (const row of rows.length < 2 ? rows : rows.toSorted(byShare)) {
    const source = sources.get(row[1]);
    if (!source) continue;
    const first = newest.get(row[3]);
    if (first === undefined) newest.set(row[3], row);
    else if (first[2] !== row[2] || first[1] !== row[1]) continue;
    shares.push({
      dimension: row[3] as AudienceShare["dimension"],
      key: row[4] ?? "",
      shareBp: row[5] ?? 0,
      qualifier: row[6] as AudienceShare["qualifier"],
      source: provenanceOf(source, row[2]),
    });
  }
  return shares;
}

type OfSource = readonly [unknown, string | null, ...unknown[]];

// What was measured before what was estimated, and what came last before what was there.
function bySource(a: OfSource, b: OfSource, sources: Sources): number {
  if (a[1] === b[1]) return 0;
  return descending(methodOf(a, sources), methodOf(b, sources)) || descending(a[1], b[1]);
}

function methodOf(row: OfSource, sources: Sources): string | null {
  return sources.get(row[1])?.[1] ?? null;
}

function descending(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? "") < (b ?? "") ? 1 : -1;
}

export function postOf(row: RowOf<typeof POSTS>): Post {
  return {
    externalKey: row[1] ?? "",
    format: row[2] ?? "",
    postedAtMs: row[3] ?? 0,
    observedOn: row[7] ?? "",
    views: row[8],
    likes: row[9],
    comments: row[10],
    shares: row[11],
    saves: row[12],
    tags: row[4] ?? [],
    sponsored: row[5],
    caption: row[6],
    extra: NOTHING_MORE,
  };
}

export function workedWithOf(row: RowOf<typeof COLLABORATIONS>): WorkedWith {
  return { brandKey: row[1] ?? "", onDate: row[2], paid: row[3] };
}

function provenanceOf(source: RowOf<typeof SOURCES>, observedOn: IsoDate | null): Provenance {
  return {
    method: source[1] as Method,
    source: source[2] ?? "",
    observedOn,
    trust: source[3] as Trust | null,
  };
}
