import type { Pool } from "pg";
import type { Account, AudienceShare, Post, Rate, Snapshot } from "#core/catalog/creator";
import { NO_TERMS } from "#core/catalog/deal";
import type { WorkedWith } from "#core/catalog/discovery/facts/knownAccount";
import type { Method, Provenance, Trust } from "#core/provenance";
import {
  ACCOUNTS,
  AUDIENCE,
  COLLABORATIONS,
  POSTS,
  RATES,
  type RowOf,
  SNAPSHOTS,
  type Statement,
  type Which,
} from "./accountStatements.ts";
import { Beside } from "./beside.ts";
import { type ColumnKind, copyOut, type Row } from "./copyOut.ts";

/** An account as a search looks at it: without an audience sample, and of what its rows said beyond figures only its MCN. */
export interface ReadAccount {
  readonly creatorId: string;
  readonly displayName: string;
  readonly account: Account;
  readonly workedWith: readonly WorkedWith[];
}

const BATCH = 1000;

/** Accounts in the order of their ids, in batches, each with everything that belongs to it. */
export async function* readAccounts(pool: Pool, which: Which): AsyncGenerator<ReadAccount[]> {
  const beside = <C extends readonly ColumnKind[]>({ text, columns }: Statement<C>) =>
    new Beside<Row<C>>(copyOut(pool, text(which), columns));
  const snapshots = beside(SNAPSHOTS);
  const rates = beside(RATES);
  const audience = beside(AUDIENCE);
  const posts = beside(POSTS);
  const collaborations = beside(COLLABORATIONS);
  try {
    for await (const rows of copyOut(pool, ACCOUNTS.text(which), ACCOUNTS.columns)) {
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch: ReadAccount[] = [];
        for (const row of rows.slice(from, from + BATCH)) {
          const key = row[0] ?? "";
          const parts = [snapshots, rates, audience, posts, collaborations].map((stream) => stream.of(key));
          const isAtHand = parts.every((part) => Array.isArray(part));
          const [ofSnapshots, ofRates, ofAudience, ofPosts, ofCollaborations] = (isAtHand
            ? parts
            : await Promise.all(parts)) as unknown as Parts;
          batch.push({
            creatorId: uuidOf(row[1] ?? ""),
            displayName: row[2] ?? "",
            account: {
              id: uuidOf(key),
              ...{ platform: row[3] ?? "", handle: row[4] ?? "", country: row[5], city: row[6] },
              ...{ language: row[7], bio: row[8], topics: row[9] ?? [], externalId: row[10] },
              snapshots: ofSnapshots.map(snapshotOf),
              posts: ofPosts.map(postOf),
              audience: newestShares(ofAudience),
              rates: ofRates.map(rateOf),
              sample: null,
            },
            workedWith: ofCollaborations.map(([, brandKey, onDate, paid]) => ({
              ...{ brandKey: brandKey ?? "", onDate, paid },
            })),
          });
        }
        yield batch;
      }
    }
  } finally {
    for (const stream of [snapshots, rates, audience, posts, collaborations]) await stream.close();
  }
}

type Parts = readonly [
  readonly RowOf<typeof SNAPSHOTS>[],
  readonly RowOf<typeof RATES>[],
  readonly RowOf<typeof AUDIENCE>[],
  readonly RowOf<typeof POSTS>[],
  readonly RowOf<typeof COLLABORATIONS>[],
];

function snapshotOf(row: RowOf<typeof SNAPSHOTS>): Snapshot {
  const [, observedOn, method, label, trust, followers, following, posts, viewsTotal] = row;
  const [viewsAvg, likesAvg, commentsAvg, sharesAvg, savesAvg, engagementsAvg] = row.slice(9, 15) as Numbers;
  const [engagementByFollowersBp, engagementByViewsBp, activeFollowersBp, realFollowersBp, videoShareBp] =
    row.slice(15, 20) as Numbers;
  const mcn = row[20];
  return {
    observedOn: observedOn ?? "",
    source: provenanceOf(method, label, trust, observedOn),
    ...{ followers, following, posts, viewsTotal },
    ...{ viewsAvg, likesAvg, commentsAvg, sharesAvg, savesAvg, engagementsAvg },
    ...{ engagementByFollowersBp, engagementByViewsBp, activeFollowersBp, realFollowersBp, videoShareBp },
    extra: mcn === null || mcn === undefined ? {} : { mcn },
  } as Snapshot;
}
type Numbers = readonly (number | null)[];

function rateOf(row: RowOf<typeof RATES>): Rate {
  const [, deliverable, deal, priceMinor, priceMaxMinor, qualifier, currency] = row;
  const [commissionBp, validFrom, terms, method, label, trust] = row.slice(7) as [
    number | null,
    ...(string | null)[],
  ];
  return {
    deliverable: deliverable ?? "",
    deal: deal as Rate["deal"],
    priceMinor: priceMinor ?? 0,
    priceMaxMinor,
    qualifier: qualifier as Rate["qualifier"],
    currency: currency ?? "",
    commissionBp,
    terms: typeof terms === "string" ? { ...NO_TERMS, ...JSON.parse(terms) } : null,
    validFrom: validFrom ?? null,
    source: provenanceOf(method ?? null, label ?? null, trust ?? null, validFrom ?? null),
  };
}

function postOf(row: RowOf<typeof POSTS>): Post {
  const [, externalKey, format, postedAtMs, tags, sponsored, caption, observedOn] = row;
  const [views, likes, comments, shares, saves] = row.slice(8) as Numbers;
  return {
    ...{ externalKey: externalKey ?? "", format: format ?? "", postedAtMs: postedAtMs ?? 0 },
    ...{ observedOn: observedOn ?? "", views, likes, comments, shares, saves },
    ...{ tags: tags ?? [], sponsored, caption, extra: {} },
  } as Post;
}

// Shares of one dimension belong together: those of its newest day and source, never mixed with others.
function newestShares(rows: readonly RowOf<typeof AUDIENCE>[]): AudienceShare[] {
  const newest = new Map<string, string>();
  for (const [, day, dimension, , , , , label] of rows)
    if (!newest.has(dimension ?? "")) newest.set(dimension ?? "", `${day} ${label}`);
  return rows
    .filter(([, day, dimension, , , , , label]) => newest.get(dimension ?? "") === `${day} ${label}`)
    .map(([, day, dimension, key, shareBp, qualifier, method, label, trust]) => ({
      dimension: dimension as AudienceShare["dimension"],
      key: key ?? "",
      shareBp: shareBp ?? 0,
      qualifier: qualifier as AudienceShare["qualifier"],
      source: provenanceOf(method, label, trust, day),
    }));
}

function provenanceOf(
  method: string | null,
  label: string | null,
  trust: string | null,
  observedOn: string | null,
): Provenance {
  return { method: method as Method, source: label ?? "", observedOn, trust: trust as Trust | null };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
function uuidOf(key: string): string {
  let text = "";
  for (let byte = 0; byte < 16; byte++) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) text += "-";
    text += HEX[key.charCodeAt(byte)];
  }
  return text;
}
