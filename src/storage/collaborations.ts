import { sql } from "kysely";
import type { Collaboration } from "#core/catalog/collaboration";
import { provenanceOf, SOURCE_COLUMNS, type SourceColumns } from "./among.ts";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";

/** A collaboration to be stored. */
export interface NewCollaboration extends Omit<Collaboration, "source"> {
  readonly id: string;
  readonly accountId: string;
  /** The stored post that says so. */
  readonly postId: string | null;
  readonly sourceId: string;
}

/** A stored collaboration with the post that says so, as its account's export names it. */
export interface StoredCollaboration extends Collaboration {
  readonly id: string;
  readonly accountId: string;
  readonly postId: string | null;
  readonly postKey: string | null;
  readonly sourceId: string;
}

export async function addCollaborations(
  db: Db,
  workspaceId: string,
  collaborations: readonly NewCollaboration[],
): Promise<void> {
  await insertRecords(
    db,
    "collaboration",
    {
      workspace_id: "uuid",
      id: "uuid",
      account_id: "uuid",
      brand_key: "text",
      brand: "text",
      on_date: "date",
      post_id: "uuid",
      paid: "boolean",
      source_id: "uuid",
    },
    collaborations.map(({ id, accountId, brandKey, brand, onDate, postId, paid, sourceId }) => ({
      workspace_id: workspaceId,
      id,
      account_id: accountId,
      brand_key: brandKey,
      brand,
      on_date: onDate,
      post_id: postId,
      paid,
      source_id: sourceId,
    })),
  );
}

/** Whom these accounts worked with: the latest first, those without a day last. */
export async function collaborationsOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, StoredCollaboration[]>> {
  const { rows } = await sql<
    SourceColumns & Omit<StoredCollaboration, "source"> & { observedOn: string | null }
  >`
    SELECT c.id, c.account_id AS "accountId", c.brand_key AS "brandKey", c.brand, c.on_date AS "onDate", c.paid,
           c.post_id AS "postId", p.external_key AS "postKey", c.source_id AS "sourceId", ${SOURCE_COLUMNS},
           s.observed_on AS "observedOn"
    FROM collaboration c
    JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id AND s.removed_at IS NULL
    LEFT JOIN post p ON p.workspace_id = c.workspace_id AND p.id = c.post_id
    WHERE c.workspace_id = ${workspaceId} AND c.account_id = ANY(${accountIds}::uuid[])
    ORDER BY c.on_date DESC NULLS LAST, c.brand_key, c.id`.execute(db);
  const found = new Map<string, StoredCollaboration[]>();
  for (const { method, label, trust, observedOn, ...row } of rows) {
    const list = found.get(row.accountId) ?? [];
    list.push({ ...row, source: provenanceOf({ method, label, trust }, observedOn) });
    found.set(row.accountId, list);
  }
  return found;
}
