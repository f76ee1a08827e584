import { sql } from "kysely";
import type { Account, Creator } from "#core/catalog/creator";
import { POSTS_PER_ACCOUNT } from "#core/catalog/recentPosts";
import type { AccountRow } from "./accounts.ts";
import { audienceSamplesOf, audienceSharesOf, type StoredShare } from "./audience.ts";
import type { Db } from "./database.ts";
import { newestPostsOf } from "./posts.ts";
import { ratesOf } from "./rates.ts";
import { snapshotsOf } from "./snapshots.ts";

const CREATORS_PER_QUERY = 2000;

/** Whole creators in the order in which they came, all of a workspace or those with these ids. */
export async function loadCreators(
  db: Db,
  workspaceId: string,
  ids: readonly string[] | null = null,
  postsPerAccount = POSTS_PER_ACCOUNT,
): Promise<Creator[]> {
  const wanted = ids === null ? sql`true` : sql`c.id = ANY(${ids}::uuid[])`;
  const { rows } = await sql<AccountRow>`
    SELECT c.id AS creator_id, c.display_name, a.id, a.platform, a.handle, a.external_id, a.country, a.city, a.language,
           a.bio, a.topics
    FROM creator c JOIN account a ON a.workspace_id = c.workspace_id AND a.creator_id = c.id
    WHERE c.workspace_id = ${workspaceId} AND ${wanted}
    ORDER BY c.id, a.id`.execute(db);
  const creators = new Map<string, { displayName: string; accounts: Account[] }>();
  for (let from = 0; from < rows.length; from += CREATORS_PER_QUERY) {
    for (const { creatorId, displayName, account } of await filled(
      db,
      workspaceId,
      rows.slice(from, from + CREATORS_PER_QUERY),
      postsPerAccount,
    )) {
      const creator = creators.get(creatorId) ?? { displayName, accounts: [] };
      creator.accounts.push(account);
      creators.set(creatorId, creator);
    }
  }
  return [...creators].map(([id, creator]) => ({ id, ...creator }));
}

async function filled(
  db: Db,
  workspaceId: string,
  rows: readonly AccountRow[],
  postsPerAccount: number,
): Promise<{ creatorId: string; displayName: string; account: Account }[]> {
  const accountIds = rows.map((row) => row.id);
  const snapshots = await snapshotsOf(db, workspaceId, accountIds);
  const shares = await audienceSharesOf(db, workspaceId, accountIds);
  const rates = await ratesOf(db, workspaceId, accountIds);
  const samples = await audienceSamplesOf(db, workspaceId, accountIds);
  const posts = await newestPostsOf(db, workspaceId, accountIds, postsPerAccount);
  return rows.map(({ creator_id, display_name, external_id, ...row }) => ({
    creatorId: creator_id,
    displayName: display_name,
    account: {
      ...row,
      externalId: external_id,
      snapshots: snapshots.get(row.id) ?? [],
      posts: posts.get(row.id) ?? [],
      audience: newestShares(shares.get(row.id) ?? []),
      rates: rates.get(row.id) ?? [],
      sample: samples.get(row.id) ?? null,
    },
  }));
}

// Shares of one dimension belong together: those of its newest day and source, never mixed with others.
function newestShares(shares: readonly StoredShare[]): Account["audience"] {
  const newest = new Map<string, string>();
  for (const { dimension, observedOn, sourceId } of shares)
    if (!newest.has(dimension)) newest.set(dimension, `${observedOn} ${sourceId}`);
  return shares
    .filter(({ dimension, observedOn, sourceId }) => newest.get(dimension) === `${observedOn} ${sourceId}`)
    .map(({ observedOn: _, sourceId: __, ...share }) => share);
}

/** The id under which a creator is to be found: its own, or that of the creator it was merged into. Null: nobody's. */
export async function findCreator(db: Db, workspaceId: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE one (id, depth) AS (
      SELECT c.id, 0 FROM creator c WHERE c.workspace_id = ${workspaceId} AND c.id = ${id}::uuid
      UNION ALL
      SELECT m.kept_id, one.depth + 1 FROM one JOIN creator_merge m ON m.workspace_id = ${workspaceId}
        AND m.merged_id = one.id AND m.undone_at IS NULL)
    SELECT id FROM one ORDER BY depth DESC LIMIT 1`.execute(db);
  return rows[0]?.id ?? null;
}
