import { sql } from "kysely";
import type { EvidenceType } from "#core/catalog/evidence";
import type { IsoDate } from "#core/period";
import type { Method } from "#core/provenance";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A file kept beside an account, and the source that its figures carry. */
export interface EvidenceRecord {
  readonly id: string;
  readonly accountId: string;
  readonly sourceId: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly mediaType: EvidenceType;
  readonly bytes: number;
  readonly method: Method;
  readonly observedOn: IsoDate;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
}

/** Adds evidence with a source of its own, so that taking it back takes its figures back and no others. */
export async function addEvidence(db: Db, workspaceId: string, record: EvidenceRecord): Promise<void> {
  const { id, accountId, sourceId, fileName, fileSha256, mediaType, bytes, method, observedOn, addedAt } =
    record;
  await db
    .insertInto("source")
    .values({
      workspace_id: workspaceId,
      id: sourceId,
      kind: "evidence",
      label: fileName,
      url: null,
      method,
      // What creators say of themselves is a claim; what a platform shows is its own count.
      trust: method === "measured" ? null : "C",
      observed_on: observedOn,
      import_id: null,
      removed_at: null,
    })
    .execute();
  await db
    .insertInto("evidence")
    .values({
      workspace_id: workspaceId,
      id,
      account_id: accountId,
      source_id: sourceId,
      file_name: fileName,
      file_sha256: fileSha256,
      media_type: mediaType,
      bytes,
      observed_on: observedOn,
      added_at: addedAt,
    })
    .execute();
}

/** The evidence of these accounts or with this id, the newest first, what was taken back included. */
export async function selectEvidence(
  db: Db,
  workspaceId: string,
  where: { readonly accountIds: readonly string[] } | { readonly id: string },
): Promise<EvidenceRecord[]> {
  const wanted =
    "id" in where ? sql`e.id = ${where.id}::uuid` : sql`e.account_id = ANY(${where.accountIds}::uuid[])`;
  const { rows } = await sql<EvidenceRecord>`
    SELECT e.id, e.account_id AS "accountId", e.source_id AS "sourceId", e.file_name AS "fileName",
           e.file_sha256 AS "fileSha256", e.media_type AS "mediaType", e.bytes, s.method,
           e.observed_on AS "observedOn", e.added_at AS "addedAt", s.removed_at AS "removedAt"
    FROM evidence e JOIN source s ON s.workspace_id = e.workspace_id AND s.id = e.source_id
    WHERE e.workspace_id = ${workspaceId} AND ${wanted}
    ORDER BY e.id DESC`.execute(db);
  return rows;
}

/** Takes a source back, or puts it back with null: its figures stay where they are. */
export async function markSource(
  db: Db,
  workspaceId: string,
  sourceId: string,
  removedAt: Date | null,
): Promise<void> {
  await keepBefore(db, workspaceId, "source", sql`t.id = ${sourceId}::uuid`);
  await db
    .updateTable("source")
    .set({ removed_at: removedAt })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", sourceId)
    .execute();
}
