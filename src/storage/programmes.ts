import { sql } from "kysely";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import type { Sentence } from "#core/sentence";
import type { Db } from "./database.ts";

/** A version of a programme. It never changes; a change makes the next version. */
export interface ProgrammeRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** As it was written. */
  readonly document: unknown;
  readonly sha256: string;
  readonly madeAt: Date;
}

/** A plan of a programme as it was made; it never changes. */
export interface ProgrammePlanRecord {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeVersion: number;
  readonly document: ProgrammeDocument;
  readonly instanceSha256: string | null;
  readonly assumptionsSha256: string;
  readonly seed: number;
  readonly madeAt: Date;
}

/** A plan of a programme with what a list shows of it. */
export interface ListedProgrammePlan {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeVersion: number;
  readonly programmeName: string;
  readonly head: Sentence;
  readonly madeAt: Date;
}

/** Throws a duplicate (23505) when that version is there already. */
export async function insertProgramme(
  db: Db,
  workspaceId: string,
  { madeAt, document, ...programme }: ProgrammeRecord,
): Promise<void> {
  await db
    .insertInto("programme")
    .values({
      ...{ workspace_id: workspaceId, ...programme },
      ...{ document: JSON.stringify(document), made_at: madeAt },
    })
    .execute();
}

/** That version of the programme, or its newest. */
export async function findProgramme(
  db: Db,
  workspaceId: string,
  id: string,
  version: number | null = null,
): Promise<ProgrammeRecord | null> {
  const versions = programmes(db, workspaceId).where("id", "=", id);
  const chosen = version === null ? versions : versions.where("version", "=", version);
  return (await chosen.orderBy("version", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** The newest version of every programme, newest first. */
export async function selectProgrammes(db: Db, workspaceId: string): Promise<ProgrammeRecord[]> {
  const newest = await programmes(db, workspaceId)
    .distinctOn("id")
    .orderBy("id")
    .orderBy("version", "desc")
    .execute();
  return newest.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

export async function insertProgrammePlan(
  db: Db,
  workspaceId: string,
  plan: ProgrammePlanRecord,
): Promise<void> {
  await db
    .insertInto("programme_plan")
    .values({
      workspace_id: workspaceId,
      id: plan.id,
      programme_id: plan.programmeId,
      programme_version: plan.programmeVersion,
      document: JSON.stringify(plan.document),
      instance_sha256: plan.instanceSha256,
      assumptions_sha256: plan.assumptionsSha256,
      seed: plan.seed,
      made_at: plan.madeAt,
    })
    .execute();
}

export async function findProgrammePlan(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<(ProgrammePlanRecord & ListedProgrammePlan) | null> {
  const row = await listed(db, workspaceId)
    .select(["plan.document", "plan.seed", "plan.instance_sha256 as instanceSha256"])
    .select("plan.assumptions_sha256 as assumptionsSha256")
    .where("plan.id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, document: row.document as ProgrammeDocument } : null;
}

/** Every plan of every programme, newest first. */
export function selectProgrammePlans(db: Db, workspaceId: string): Promise<ListedProgrammePlan[]> {
  return listed(db, workspaceId).orderBy("plan.made_at", "desc").orderBy("plan.id", "desc").execute();
}

function listed(db: Db, workspaceId: string) {
  return db
    .selectFrom("programme_plan as plan")
    .innerJoin("programme", (join) =>
      join
        .onRef("programme.workspace_id", "=", "plan.workspace_id")
        .onRef("programme.id", "=", "plan.programme_id")
        .onRef("programme.version", "=", "plan.programme_version"),
    )
    .select(["plan.id", "plan.programme_id as programmeId", "plan.programme_version as programmeVersion"])
    .select(["programme.name as programmeName", "plan.made_at as madeAt"])
    .select(sql<Sentence>`plan.document -> 'head'`.as("head"))
    .where("plan.workspace_id", "=", workspaceId);
}

function programmes(db: Db, workspaceId: string) {
  return db
    .selectFrom("programme")
    .select(["id", "version", "name", "document", "sha256", "made_at as madeAt"])
    .where("workspace_id", "=", workspaceId);
}
