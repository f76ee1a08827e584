import { sql } from "kysely";
import type { IsoDate } from "#core/period";
import { keepBefore, rowKey } from "./changes.ts";
import type { Db } from "./database.ts";

/** A creator found among a shop's customers. Nothing of the customer's row is kept but the day of its consent, where it says one. */
export interface CustomerMatch {
  readonly creatorId: string;
  readonly sourceId: string;
  readonly matchedOn: IsoDate;
  readonly byKind: "email" | "phone" | "handle";
  readonly consentOn: IsoDate | null;
}

/** The customers among these creators, each with the sources that say so. */
export async function customerMatchesOf(
  db: Db,
  workspaceId: string,
  creatorIds: readonly string[],
): Promise<(CustomerMatch & { readonly source: string })[]> {
  const { rows } = await sql<CustomerMatch & { readonly source: string }>`
    SELECT m.creator_id AS "creatorId", m.source_id AS "sourceId", m.matched_on AS "matchedOn",
           m.by_kind AS "byKind", m.consent_on AS "consentOn", s.label AS source
    FROM customer_match m JOIN source s ON s.workspace_id = m.workspace_id AND s.id = m.source_id
    WHERE m.workspace_id = ${workspaceId} AND m.creator_id = ANY(${creatorIds}::uuid[])
    ORDER BY m.creator_id, m.source_id`.execute(db);
  return rows;
}

/** Contacts that are creators' own, by which a customer can be told: a manager's address is not theirs. */
export function selectOwnContacts(
  db: Db,
  workspaceId: string,
): Promise<
  { readonly creatorId: string; readonly kind: "email" | "phone" | "whatsapp"; readonly value: string }[]
> {
  return db
    .selectFrom("contact")
    .select(["creator_id as creatorId", "kind", "value"])
    .where("workspace_id", "=", workspaceId)
    .where("holder", "=", "self")
    .where("kind", "in", ["email", "phone", "whatsapp"])
    .orderBy("id")
    .$narrowType<{ kind: "email" | "phone" | "whatsapp" }>()
    .execute();
}

/** Adds a match, or renews what the same source said of the creator before. */
export async function putCustomerMatch(trx: Db, workspaceId: string, match: CustomerMatch): Promise<void> {
  const { creatorId, sourceId, matchedOn, byKind, consentOn } = match;
  await keepBefore(
    trx,
    workspaceId,
    "customer_match",
    sql`t.creator_id = ${creatorId}::uuid AND t.source_id = ${sourceId}::uuid`,
  );
  const said = { matched_on: matchedOn, by_kind: byKind, consent_on: consentOn };
  await trx
    .insertInto("customer_match")
    .values({ workspace_id: workspaceId, creator_id: creatorId, source_id: sourceId, ...said })
    .onConflict((conflict) => conflict.columns(["workspace_id", "creator_id", "source_id"]).doUpdateSet(said))
    .execute();
}

/**
 * Erases what says that these creators are customers, with everything that undoing kept of it: who takes back consent is
 * no longer known as a customer. Answers whom it was said of.
 */
export async function eraseCustomerMatches(
  trx: Db,
  workspaceId: string,
  creatorIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ creatorId: string }>`
    WITH gone AS (
      DELETE FROM customer_match t
      WHERE t.workspace_id = ${workspaceId} AND t.creator_id = ANY(${creatorIds}::uuid[])
      RETURNING *
    ), kept AS (
      DELETE FROM change_row r USING gone t
      WHERE r.workspace_id = t.workspace_id AND r.table_name = 'customer_match'
        AND r.row_key = ${rowKey("customer_match")}
    )
    SELECT DISTINCT creator_id AS "creatorId" FROM gone`.execute(trx);
  return rows.map(({ creatorId }) => creatorId);
}
