import { sql } from "kysely";
import type { ContactHolder, ContactKind } from "#core/catalog/contact";
import { rowKey } from "./changes.ts";
import type { Db } from "./database.ts";

/** Where a creator, or who acts for them, can be reached: personal data, in no log and no event. */
export interface ContactRecord {
  readonly id: string;
  readonly kind: ContactKind;
  readonly value: string;
  readonly holder: ContactHolder;
  /** Who says so. */
  readonly source: string;
}

export function selectContacts(db: Db, workspaceId: string, creatorId: string): Promise<ContactRecord[]> {
  return db
    .selectFrom("contact")
    .innerJoin("source", (join) =>
      join
        .onRef("source.workspace_id", "=", "contact.workspace_id")
        .onRef("source.id", "=", "contact.source_id"),
    )
    .select(["contact.id", "contact.kind", "contact.value", "contact.holder", "source.label as source"])
    .where("contact.workspace_id", "=", workspaceId)
    .where("contact.creator_id", "=", creatorId)
    .orderBy("contact.id")
    .execute();
}

export async function addContact(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  contact: Omit<ContactRecord, "source"> & { readonly sourceId: string },
): Promise<void> {
  const { sourceId, ...rest } = contact;
  await trx
    .insertInto("contact")
    .values({ workspace_id: workspaceId, creator_id: creatorId, source_id: sourceId, ...rest })
    .execute();
}

/**
 * Erases a contact with everything that undoing kept of it: personal data that somebody deletes is gone. Answers its
 * kind; null: the creator has no such contact.
 */
export async function eraseContact(
  trx: Db,
  workspaceId: string,
  creatorId: string,
  id: string,
): Promise<ContactKind | null> {
  const { rows } = await sql<{ kind: ContactKind }>`
    WITH gone AS (
      DELETE FROM contact t
      WHERE t.workspace_id = ${workspaceId} AND t.creator_id = ${creatorId}::uuid AND t.id = ${id}::uuid
      RETURNING *
    ), kept AS (
      DELETE FROM change_row r USING gone t
      WHERE r.workspace_id = t.workspace_id AND r.table_name = 'contact' AND r.row_key = ${rowKey("contact")}
    )
    SELECT kind FROM gone`.execute(trx);
  return rows[0]?.kind ?? null;
}
