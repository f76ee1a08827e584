import { sql } from "kysely";
import type { Provenance } from "#core/provenance";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/**
 * The id of the source that says what this provenance says, added when it is new. A file's figures carry their own
 * days, so a source of kind "file" is one a label, method and trust, and importing the file again finds it.
 */
export async function sourceId(
  db: Db,
  workspaceId: string,
  provenance: Provenance,
  kind: string,
  newId: () => string,
): Promise<string> {
  const { source: label, method, trust } = provenance;
  const known = await db
    .selectFrom("source")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("kind", "=", kind)
    .where("label", "=", label)
    .where("method", "=", method)
    .where("trust", "is not distinct from", trust)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await db
    .insertInto("source")
    .values({
      workspace_id: workspaceId,
      id,
      kind,
      label,
      method,
      trust,
      url: null,
      observed_on: null,
      import_id: null,
    })
    .execute();
  return id;
}

/** Names the import that brought a source; the first one stays. */
export async function nameImport(
  db: Db,
  workspaceId: string,
  sourceIds: readonly string[],
  importId: string,
): Promise<void> {
  if (sourceIds.length === 0) return;
  const unnamed = sql`t.id = ANY(${sourceIds}::uuid[]) AND t.import_id IS NULL`;
  await keepBefore(db, workspaceId, "source", unnamed);
  await db
    .updateTable("source")
    .set({ import_id: importId })
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", sourceIds)
    .where("import_id", "is", null)
    .execute();
}
