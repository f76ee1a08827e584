import { sql } from "kysely";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A search that somebody keeps. */
export interface SavedSearchRecord {
  readonly id: string;
  readonly name: string;
  readonly params: FindParams;
  readonly madeAt: Date;
}

/** Who answered to it when it was last looked at. */
export interface SearchMark {
  readonly seenAt: Date;
  readonly seenTotal: number;
  /** Their accounts as seenAccounts.ts writes them; null: more than are kept. */
  readonly seenAccounts: Uint8Array | null;
}

/** All saved searches by name. */
export async function selectSavedSearches(
  db: Db,
  workspaceId: string,
): Promise<(SavedSearchRecord & SearchMark)[]> {
  const rows = await db
    .selectFrom("saved_search")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, params: row.params as FindParams, madeAt: row.made_at },
    ...{ seenAt: row.seen_at, seenTotal: row.seen_total, seenAccounts: row.seen_accounts },
  }));
}

/** Keeps a search, or what is new of one that is there. Throws a duplicate (23505) when another has that name. */
export async function putSavedSearch(
  trx: Db,
  workspaceId: string,
  search: SavedSearchRecord & SearchMark,
): Promise<void> {
  await keepBefore(trx, workspaceId, "saved_search", sql`t.id = ${search.id}::uuid`);
  const { seenAccounts } = search;
  const values = {
    ...{ name: search.name, params: JSON.stringify(search.params) },
    ...{ seen_at: search.seenAt, seen_total: search.seenTotal },
    seen_accounts: seenAccounts && Buffer.from(seenAccounts),
  };
  await trx
    .insertInto("saved_search")
    .values({ workspace_id: workspaceId, id: search.id, made_at: search.madeAt, ...values })
    .onConflict((conflict) => conflict.columns(["workspace_id", "id"]).doUpdateSet(values))
    .execute();
}

export async function deleteSavedSearch(trx: Db, workspaceId: string, id: string): Promise<void> {
  await keepBefore(trx, workspaceId, "saved_search", sql`t.id = ${id}::uuid`);
  await trx.deleteFrom("saved_search").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}
