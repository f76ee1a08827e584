import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A version of a brief. It never changes; a change makes the next version. */
export interface BriefRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Null: no brand in particular. */
  readonly brandId: string | null;
  /** As it was written. */
  readonly document: unknown;
  readonly sha256: string;
  readonly madeAt: Date;
  /** When a plan for it was approved. */
  readonly frozenAt: Date | null;
}

/** Throws a duplicate (23505) when that version is there already. */
export async function insertBrief(db: Db, workspaceId: string, brief: BriefRecord): Promise<void> {
  await db
    .insertInto("brief")
    .values({
      workspace_id: workspaceId,
      id: brief.id,
      version: brief.version,
      name: brief.name,
      brand_id: brief.brandId,
      document: JSON.stringify(brief.document),
      sha256: brief.sha256,
      made_at: brief.madeAt,
      frozen_at: brief.frozenAt,
    })
    .execute();
}

/** That version of the brief, or its newest. */
export async function findBrief(
  db: Db,
  workspaceId: string,
  id: string,
  version: number | null = null,
): Promise<BriefRecord | null> {
  const versions = briefs(db, workspaceId).where("id", "=", id);
  const chosen = version === null ? versions : versions.where("version", "=", version);
  return (await chosen.orderBy("version", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** The newest version of every brief, newest first. */
export async function selectBriefs(db: Db, workspaceId: string): Promise<BriefRecord[]> {
  const newest = await briefs(db, workspaceId)
    .distinctOn("id")
    .orderBy("id")
    .orderBy("version", "desc")
    .execute();
  return newest.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** Freezes a version once; false when it already was. */
export async function freezeBrief(
  db: Db,
  workspaceId: string,
  id: string,
  version: number,
  at: Date,
): Promise<boolean> {
  const open = sql`t.id = ${id}::uuid AND t.version = ${version} AND t.frozen_at IS NULL`;
  await keepBefore(db, workspaceId, "brief", open);
  const answer = await db
    .updateTable("brief")
    .set({ frozen_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("version", "=", version)
    .where("frozen_at", "is", null)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}

function briefs(db: Db, workspaceId: string) {
  return db
    .selectFrom("brief")
    .select([
      "id",
      "version",
      "name",
      "brand_id as brandId",
      "document",
      "sha256",
      "made_at as madeAt",
      "frozen_at as frozenAt",
    ])
    .where("workspace_id", "=", workspaceId);
}
