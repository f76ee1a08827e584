import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";
import { giveBack, type Hanging, handOver, takeOver } from "./hanging.ts";

/** Two creators who are one: the merged one's accounts and all that hangs on it are with the kept one. */
export interface MergeRecord {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly accountIds: readonly string[];
  readonly actor: string;
  readonly at: Date;
}

/** The merges that stand: into a creator, or of one. */
export async function selectMerges(
  db: Db,
  workspaceId: string,
  where: { readonly keptId: string } | { readonly mergedId: string },
): Promise<MergeRecord[]> {
  const which =
    "keptId" in where ? sql`m.kept_id = ${where.keptId}::uuid` : sql`m.merged_id = ${where.mergedId}::uuid`;
  const { rows } = await sql<MergeRecord>`
    SELECT m.id, m.kept_id AS "keptId", m.merged_id AS "mergedId", c.display_name AS "mergedName",
           m.account_ids AS "accountIds", m.actor, m.at
    FROM creator_merge m JOIN creator c ON c.workspace_id = m.workspace_id AND c.id = m.merged_id
    WHERE m.workspace_id = ${workspaceId} AND m.undone_at IS NULL AND ${which}
    ORDER BY m.id`.execute(db);
  return rows;
}

/** Moves accounts and everything else from one creator to another, and keeps what it moved. */
export async function addMerge(
  trx: Db,
  workspaceId: string,
  merge: Omit<MergeRecord, "mergedName" | "accountIds">,
): Promise<void> {
  const { id, keptId, mergedId, actor, at } = merge;
  const accountIds = await handOver(trx, workspaceId, "account", mergedId, keptId, null);
  const hanging = await takeOver(trx, workspaceId, keptId, mergedId);
  await sql`
    INSERT INTO creator_merge (workspace_id, id, kept_id, merged_id, account_ids, actor, at, hanging)
    VALUES (${workspaceId}, ${id}, ${keptId}, ${mergedId}, ${accountIds}::uuid[], ${actor}, ${at},
            ${JSON.stringify(hanging)}::jsonb)`.execute(trx);
}

/** Gives everything back that a merge moved; what came since stays with the kept creator. */
export async function endMerge(trx: Db, workspaceId: string, merge: MergeRecord, at: Date): Promise<void> {
  const { id, keptId, mergedId, accountIds } = merge;
  await handOver(trx, workspaceId, "account", keptId, mergedId, accountIds);
  const { rows } = await sql<{ id: string; hanging: Hanging }>`
    SELECT m.id, m.hanging FROM creator_merge m
    WHERE m.workspace_id = ${workspaceId} AND m.undone_at IS NULL AND m.kept_id = ${keptId}
    ORDER BY m.id`.execute(trx);
  const own = rows.find((row) => row.id === id);
  const others = rows.filter((row) => row.id !== id);
  if (own) {
    const left = await giveBack(trx, workspaceId, { keptId, mergedId, hanging: own.hanging, others });
    for (const [i, other] of left.entries()) {
      if (other === others[i]) continue;
      await keepBefore(trx, workspaceId, "creator_merge", sql`t.id = ${other.id}::uuid`);
      await sql`UPDATE creator_merge t SET hanging = ${JSON.stringify(other.hanging)}::jsonb
        WHERE t.workspace_id = ${workspaceId} AND t.id = ${other.id}`.execute(trx);
    }
  }
  await keepBefore(trx, workspaceId, "creator_merge", sql`t.id = ${id}::uuid`);
  await sql`UPDATE creator_merge t SET undone_at = ${at}
    WHERE t.workspace_id = ${workspaceId} AND t.id = ${id}`.execute(trx);
}
