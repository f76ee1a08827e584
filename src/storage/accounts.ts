import { sql } from "kysely";
import type { AccountState } from "#core/catalog/import/accountState";
import { handleKey } from "#core/catalog/import/handle";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";

/** An account with its creator, as a query gives them. */
export interface AccountRow {
  id: string;
  creator_id: string;
  platform: string;
  handle: string;
  external_id: string | null;
  country: string | null;
  city: string | null;
  language: string | null;
  bio: string | null;
  topics: string[];
  display_name: string;
}

const ACCOUNT_COLUMNS = {
  workspace_id: "uuid",
  id: "uuid",
  creator_id: "uuid",
  platform: "text",
  handle: "text",
  handle_key: "text",
  external_id: "text",
  country: "text",
  city: "text",
  language: "text",
  bio: "text",
  topics: "text[]",
  source_id: "uuid",
  change_seq: "bigint",
} as const;

/**
 * The accounts that have one of these ids or handles on one of these platforms. Each is named by the creator whom it was
 * brought for, also when that one is merged into another: what a file says of its name is said of that one.
 */
export async function findAccounts(
  db: Db,
  workspaceId: string,
  wanted: readonly {
    readonly platform: string;
    readonly externalId: string | null;
    readonly handle: string | null;
  }[],
): Promise<AccountState[]> {
  const platforms = [...new Set(wanted.map(({ platform }) => platform))];
  const ids = [...new Set(wanted.flatMap(({ externalId }) => externalId ?? []))];
  const handles = [...new Set(wanted.map(({ handle, externalId }) => handleKey(handle ?? externalId ?? "")))];
  const { rows } = await sql<AccountRow>`
    SELECT a.id, c.id AS creator_id, a.platform, a.handle, a.external_id, a.country, a.city, a.language, a.bio, a.topics,
           c.display_name
    FROM account a
    LEFT JOIN (
      SELECT DISTINCT ON (account_id) account_id, m.merged_id
      FROM creator_merge m, unnest(m.account_ids) account_id
      WHERE m.workspace_id = ${workspaceId} AND m.undone_at IS NULL
      ORDER BY account_id, m.id
    ) o ON o.account_id = a.id
    JOIN creator c ON c.workspace_id = a.workspace_id AND c.id = coalesce(o.merged_id, a.creator_id)
    WHERE a.workspace_id = ${workspaceId} AND a.platform = ANY(${platforms}::text[])
      AND (a.handle_key = ANY(${handles}::text[]) OR a.external_id = ANY(${ids}::text[]))`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    creatorId: row.creator_id,
    platform: row.platform,
    handle: row.handle,
    externalId: row.external_id,
    displayName: row.display_name,
    country: row.country,
    city: row.city,
    language: row.language,
    bio: row.bio,
    topics: row.topics,
  }));
}

/** The accounts whose creators go by one of these names. */
export async function namedAccounts(
  db: Db,
  workspaceId: string,
  names: readonly string[],
): Promise<{ readonly platform: string; readonly handle: string; readonly displayName: string }[]> {
  return db
    .selectFrom("account as a")
    .innerJoin("creator as c", (join) =>
      join.onRef("c.workspace_id", "=", "a.workspace_id").onRef("c.id", "=", "a.creator_id"),
    )
    .select(["a.platform", "a.handle", "c.display_name as displayName"])
    .where("a.workspace_id", "=", workspaceId)
    .where("c.display_name", "in", [...new Set(names)])
    .orderBy("a.id")
    .execute();
}

/** Adds each account with its creator. They carry no change number until `markChanged` gives them one. */
export async function addAccounts(
  db: Db,
  workspaceId: string,
  accounts: readonly AccountState[],
  sourceId: string,
): Promise<void> {
  await insertRecords(
    db,
    "creator",
    { workspace_id: "uuid", id: "uuid", display_name: "text", change_seq: "bigint" },
    accounts.map(({ creatorId, displayName }) => ({
      workspace_id: workspaceId,
      id: creatorId,
      display_name: displayName,
      change_seq: 0,
    })),
  );
  await insertRecords(
    db,
    "account",
    ACCOUNT_COLUMNS,
    accounts.map((account) => ({
      workspace_id: workspaceId,
      id: account.id,
      creator_id: account.creatorId,
      ...columnsOf(account),
      source_id: sourceId,
      change_seq: 0,
    })),
  );
}

export async function updateAccounts(
  db: Db,
  workspaceId: string,
  accounts: readonly AccountState[],
): Promise<void> {
  if (accounts.length === 0) return;
  const json = JSON.stringify(
    accounts.map((account) => ({
      id: account.id,
      creator_id: account.creatorId,
      display_name: account.displayName,
      ...columnsOf(account),
    })),
  );
  const ids = accounts.map(({ id }) => id);
  const creatorIds = accounts.map(({ creatorId }) => creatorId);
  await keepBefore(db, workspaceId, "account", sql`t.id = ANY(${ids}::uuid[])`);
  await keepBefore(db, workspaceId, "creator", sql`t.id = ANY(${creatorIds}::uuid[])`);
  await sql`
    UPDATE account a SET handle = n.handle, handle_key = n.handle_key, external_id = n.external_id, country = n.country,
      city = n.city, language = n.language, bio = n.bio, topics = n.topics
    FROM json_populate_recordset(NULL::account, ${json}::json) n
    WHERE a.workspace_id = ${workspaceId} AND a.id = n.id`.execute(db);
  await sql`
    UPDATE creator c SET display_name = n.display_name
    FROM json_to_recordset(${json}::json) AS n(creator_id uuid, display_name text)
    WHERE c.workspace_id = ${workspaceId} AND c.id = n.creator_id`.execute(db);
}

/** Gives the change number to these accounts, to all new ones, and to their creators. The transaction's last writes. */
export async function markChanged(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  changeSeq: number,
): Promise<void> {
  await sql`
    UPDATE creator c SET change_seq = ${changeSeq}
    WHERE c.workspace_id = ${workspaceId} AND (c.change_seq = 0 OR c.id IN (
      SELECT a.creator_id FROM account a
      WHERE a.workspace_id = ${workspaceId} AND a.id = ANY(${accountIds}::uuid[])))`.execute(db);
  await sql`
    UPDATE account SET change_seq = ${changeSeq}
    WHERE workspace_id = ${workspaceId} AND (change_seq = 0 OR id = ANY(${accountIds}::uuid[]))`.execute(db);
}

/** Gives the change number to creators about whom something was kept. */
export async function markCreatorsChanged(
  db: Db,
  workspaceId: string,
  creatorIds: readonly string[],
  changeSeq: number,
): Promise<void> {
  await sql`UPDATE creator SET change_seq = ${changeSeq}
    WHERE workspace_id = ${workspaceId} AND id = ANY(${creatorIds}::uuid[])`.execute(db);
}

function columnsOf(account: AccountState) {
  return {
    platform: account.platform,
    handle: account.handle,
    handle_key: handleKey(account.handle),
    external_id: account.externalId,
    country: account.country,
    city: account.city,
    language: account.language,
    bio: account.bio,
    topics: account.topics,
  };
}
