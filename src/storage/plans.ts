import { sql } from "kysely";
import type { PlanDocument } from "#core/planner/planDocument";
import type { Sentence } from "#core/sentence";
import type { Db } from "./database.ts";

/** A plan as it was made; it never changes. */
export interface PlanRecord {
  readonly id: string;
  readonly briefId: string;
  readonly briefVersion: number;
  readonly document: PlanDocument;
  readonly instanceSha256: string | null;
  readonly assumptionsSha256: string;
  readonly seed: number;
  readonly madeAt: Date;
}

/** A plan with what its list shows beside it. */
export interface ListedPlan {
  readonly id: string;
  readonly briefId: string;
  readonly briefVersion: number;
  readonly briefName: string;
  readonly brandId: string | null;
  readonly head: Sentence;
  readonly madeAt: Date;
  readonly approvedAt: Date | null;
}

export interface Approval {
  readonly planId: string;
  readonly briefId: string;
  readonly briefVersion: number;
  readonly actor: string;
  readonly at: Date;
}

/** Stores a plan and its lines, which later rooms ask for by creator. Call it in a transaction. */
export async function insertPlan(trx: Db, workspaceId: string, plan: PlanRecord): Promise<void> {
  await trx
    .insertInto("plan")
    .values({
      workspace_id: workspaceId,
      id: plan.id,
      brief_id: plan.briefId,
      brief_version: plan.briefVersion,
      document: JSON.stringify(plan.document),
      instance_sha256: plan.instanceSha256,
      assumptions_sha256: plan.assumptionsSha256,
      seed: plan.seed,
      made_at: plan.madeAt,
    })
    .execute();
  const items = plan.document.lines.map((line, position) => ({
    workspace_id: workspaceId,
    plan_id: plan.id,
    position,
    creator: line.creator,
    account: line.account,
    deliverable: line.deliverable,
    count: line.count,
    cost_minor: line.cost.amountMinor,
    currency: line.cost.currency,
  }));
  if (items.length > 0) await trx.insertInto("plan_item").values(items).execute();
}

export async function findPlan(db: Db, workspaceId: string, id: string): Promise<PlanRecord | null> {
  const row = await db
    .selectFrom("plan")
    .select([
      "id",
      "brief_id as briefId",
      "brief_version as briefVersion",
      "document",
      "seed",
      "made_at as madeAt",
    ])
    .select(["instance_sha256 as instanceSha256", "assumptions_sha256 as assumptionsSha256"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, document: row.document as PlanDocument } : null;
}

/** Every plan, newest first. */
export function selectPlans(db: Db, workspaceId: string): Promise<ListedPlan[]> {
  return listed(db, workspaceId).orderBy("plan.made_at", "desc").orderBy("plan.id", "desc").execute();
}

export async function findListedPlan(db: Db, workspaceId: string, id: string): Promise<ListedPlan | null> {
  return (await listed(db, workspaceId).where("plan.id", "=", id).executeTakeFirst()) ?? null;
}

/** The plan made last before this one, for any version of the same brief; null: it is the first. */
export async function findPlanBefore(
  db: Db,
  workspaceId: string,
  { briefId, madeAt, id }: Pick<PlanRecord, "briefId" | "madeAt" | "id">,
): Promise<PlanRecord | null> {
  const row = await db
    .selectFrom("plan")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("brief_id", "=", briefId)
    .where(sql<boolean>`(made_at, id) < (${madeAt}, ${id})`)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row ? findPlan(db, workspaceId, row.id) : null;
}

/** The approval of that version of the brief, whichever plan it was for. */
export async function findApproval(
  db: Db,
  workspaceId: string,
  briefId: string,
  briefVersion: number,
): Promise<Approval | null> {
  const row = await db
    .selectFrom("approval")
    .select(["plan_id as planId", "brief_id as briefId", "brief_version as briefVersion", "actor", "at"])
    .where("workspace_id", "=", workspaceId)
    .where("brief_id", "=", briefId)
    .where("brief_version", "=", briefVersion)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertApproval(trx: Db, workspaceId: string, approval: Approval): Promise<void> {
  await trx
    .insertInto("approval")
    .values({
      workspace_id: workspaceId,
      plan_id: approval.planId,
      brief_id: approval.briefId,
      brief_version: approval.briefVersion,
      actor: approval.actor,
      at: approval.at,
    })
    .execute();
}

function listed(db: Db, workspaceId: string) {
  return db
    .selectFrom("plan")
    .innerJoin("brief", (join) =>
      join
        .onRef("brief.workspace_id", "=", "plan.workspace_id")
        .onRef("brief.id", "=", "plan.brief_id")
        .onRef("brief.version", "=", "plan.brief_version"),
    )
    .leftJoin("approval", (join) =>
      join.onRef("approval.workspace_id", "=", "plan.workspace_id").onRef("approval.plan_id", "=", "plan.id"),
    )
    .select(["plan.id", "plan.brief_id as briefId", "plan.brief_version as briefVersion"])
    .select([
      "brief.name as briefName",
      "brief.brand_id as brandId",
      "plan.made_at as madeAt",
      "approval.at as approvedAt",
    ])
    .select(sql<Sentence>`plan.document -> 'head'`.as("head"))
    .where("plan.workspace_id", "=", workspaceId);
}
