import type { ImportKind } from "#core/catalog/import/field";
import type { Db } from "./database.ts";

/** One file that was imported, with what became of its rows. */
export interface ImportRecord {
  readonly id: string;
  readonly as: ImportKind;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly mappingSha256: string;
  readonly platform: string | null;
  readonly platformFrom: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unchanged: number;
  readonly rejectsPath: string | null;
  readonly at: Date;
}

export async function addImport(db: Db, workspaceId: string, made: ImportRecord): Promise<void> {
  await db
    .insertInto("import")
    .values({
      workspace_id: workspaceId,
      id: made.id,
      as_kind: made.as,
      file_name: made.fileName,
      file_sha256: made.fileSha256,
      mapping_sha256: made.mappingSha256,
      platform: made.platform,
      platform_from: made.platformFrom,
      rows: made.rows,
      accepted: made.accepted,
      rejected: made.rejected,
      unchanged: made.unchanged,
      rejects_path: made.rejectsPath,
      at: made.at,
    })
    .execute();
}

/** Where the newest import of the same bytes with the same mapping left its rejects; null when there is no such import. */
export async function findImport(
  db: Db,
  workspaceId: string,
  fileSha256: string,
  mappingSha256: string,
): Promise<{ readonly rejectsPath: string | null } | null> {
  const row = await db
    .selectFrom("import")
    .select("rejects_path")
    .where("workspace_id", "=", workspaceId)
    .where("file_sha256", "=", fileSha256)
    .where("mapping_sha256", "=", mappingSha256)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { rejectsPath: row.rejects_path } : null;
}

/** Newest first. */
export async function listImports(db: Db, workspaceId: string, limit = 100): Promise<ImportRecord[]> {
  const rows = await db
    .selectFrom("import")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    as: row.as_kind as ImportKind,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    mappingSha256: row.mapping_sha256,
    platform: row.platform,
    platformFrom: row.platform_from ?? "",
    rows: row.rows,
    accepted: row.accepted,
    rejected: row.rejected,
    unchanged: row.unchanged,
    rejectsPath: row.rejects_path,
    at: row.at,
  }));
}
