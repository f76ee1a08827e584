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
        for (let place = from; place < Math.min(from + BATCH, rows.length); place++) {
          const row = rows[place]!;
          const key = row[0] ?? "";
          // Waiting costs more than all else here, and is seldom needed.
          const ofSnapshots = snapshots.atHand(key) ?? (await snapshots.of(key));
          const ofRates = rates.atHand(key) ?? (await rates.of(key));
          const ofAudience = audience.atHand(key) ?? (await audience.of(key));
          const ofPosts = posts.atHand(key) ?? (await posts.of(key));
          const ofCollaborations = collaborations.atHand(key) ?? (await collaborations.of(key));
          batch.push({
            creatorId: uuidOf(row[1] ?? ""),
            displayName: row[2] ?? "",
            account: {
              id: uuidOf(key),
              platform: row[3] ?? "",
              handle: row[4] ?? "",
              externalId: row[10],
              country: row[5],
              city: row[6],
              language: row[7],
              bio: row[8],
              topics: row[9] ?? [],
              snapshots: ofSnapshots.map(snapshotOf),
              posts: ofPosts.map(postOf),
              audience: newestShares(ofAudience),
              rates: ofRates.map(rateOf),
              sample: null,
            },
            workedWith: ofCollaborations.map(workedWithOf),
          });
        }
        yield batch;
      }
    }
  } finally {
    for (const stream of [snapshots, rates, audience, posts, collaborations]) await stream.close();
  }
}

// Field by field: these run once a row of the whole catalog, where taking apart and spreading cost several times as much.
const NOTHING_MORE = {};

function snapshotOf(row: RowOf<typeof SNAPSHOTS>): Snapshot {
  const mcn = row[20];
  return {
    observedOn: row[1] ?? "",
    source: provenanceOf(row[2], row[3], row[4], row[1]),
    followers: row[5],
    following: row[6],
    posts: row[7],
    viewsTotal: row[8],
    viewsAvg: row[9],
    likesAvg: row[10],
    commentsAvg: row[11],
    sharesAvg: row[12],
    savesAvg: row[13],
    engagementsAvg: row[14],
    engagementByFollowersBp: row[15],
    engagementByViewsBp: row[16],
    activeFollowersBp: row[17],
    realFollowersBp: row[18],
    videoShareBp: row[19],
    extra: mcn === null ? NOTHING_MORE : { mcn },
  };
}

function rateOf(row: RowOf<typeof RATES>): Rate {
  return {
    deliverable: row[1] ?? "",
    deal: row[2] as Rate["deal"],
    priceMinor: row[3] ?? 0,
    priceMaxMinor: row[4],
    qualifier: row[5] as Rate["qualifier"],
    currency: row[6] ?? "",
    commissionBp: row[7],
    terms: row[9] === null ? null : { ...NO_TERMS, ...JSON.parse(row[9]) },
    validFrom: row[8],
    source: provenanceOf(row[10], row[11], row[12], row[8]),
  };
}

function postOf(row: RowOf<typeof POSTS>): Post {
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

function workedWithOf(row: RowOf<typeof COLLABORATIONS>): WorkedWith {
  return { brandKey: row[1] ?? "", onDate: row[2], paid: row[3] };
}

// Shares of one dimension belong together: those of its newest day and source, never mixed with others.
function newestShares(rows: readonly RowOf<typeof AUDIENCE>[]): AudienceShare[] {
  const shares: AudienceShare[] = [];
  const newest = new Map<string | null, RowOf<typeof AUDIENCE>>();
  for (const row of rows) {
    const first = newest.get(row[2]);
    if (first === undefined) newest.set(row[2], row);
    else if (first[1] !== row[1] || first[7] !== row[7]) continue;
    shares.push({
      dimension: row[2] as AudienceShare["dimension"],
      key: row[3] ?? "",
      shareBp: row[4] ?? 0,
      qualifier: row[5] as AudienceShare["qualifier"],
      source: provenanceOf(row[6], row[7], row[8], row[1]),
    });
  }
  return shares;
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
