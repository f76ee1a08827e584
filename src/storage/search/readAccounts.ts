import type { Pool } from "pg";
import type { Account } from "#core/catalog/creator";
import type { WorkedWith } from "#core/catalog/discovery/facts/knownAccount";
import {
  ACCOUNTS,
  AUDIENCE,
  COLLABORATIONS,
  POSTS,
  RATES,
  SNAPSHOTS,
  SOURCES,
  type Statement,
  type Which,
} from "./accountStatements.ts";
import { Beside } from "./beside.ts";
import { type ColumnKind, copyOut, type Row } from "./copyOut.ts";
import { newestShares, postOf, ratesOf, snapshotsOf, sourcesOf, workedWithOf } from "./figuresOfRows.ts";

/** An account as a search looks at it: without an audience sample, and of what its rows said beyond figures only its MCN. */
export interface ReadAccount {
  readonly creatorId: string;
  readonly displayName: string;
  readonly account: Account;
  readonly workedWith: readonly WorkedWith[];
}

const BATCH = 1000;

/** Accounts in the order of their ids, in batches, each with everything that belongs to it; rates in no order. */
export async function* readAccounts(pool: Pool, which: Which): AsyncGenerator<ReadAccount[]> {
  const beside = <C extends readonly ColumnKind[]>({ text, columns }: Statement<C>) =>
    new Beside<Row<C>>(copyOut(pool, text(which), columns));
  const sources = await sourcesOf(copyOut(pool, SOURCES.text(which), SOURCES.columns));
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
              snapshots: snapshotsOf(ofSnapshots, sources),
              posts: ofPosts.map(postOf),
              audience: newestShares(ofAudience, sources),
              rates: ratesOf(ofRates, sources),
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

// Put together letter by letter in one place: a string of twenty pieces costs five times as much.
const DIGITS = "0123456789abcdef";
const LETTERS = Buffer.alloc(36, "-");
function uuidOf(key: string): string {
  for (let byte = 0, letter = 0; byte < 16; byte++, letter += 2) {
    if (letter === 8 || letter === 13 || letter === 18 || letter === 23) letter++;
    const value = key.charCodeAt(byte);
    LETTERS[letter] = DIGITS.charCodeAt(value >>> 4);
    LETTERS[letter + 1] = DIGITS.charCodeAt(value & 15);
  }
  return LETTERS.toString("latin1");
}
