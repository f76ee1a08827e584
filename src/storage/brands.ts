import { sql } from "kysely";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** A brand that an agency or a house of several plans for. */
export interface BrandRecord {
  readonly id: string;
  readonly name: string;
}

/** By name. */
export function selectBrands(db: Db, workspaceId: string): Promise<BrandRecord[]> {
  return db
    .selectFrom("brand")
    .select(["id", "name"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .execute();
}

/** Throws a duplicate (23505) when another brand has that name. */
export async function putBrand(trx: Db, workspaceId: string, { id, name }: BrandRecord): Promise<void> {
  await keepBefore(trx, workspaceId, "brand", sql`t.id = ${id}::uuid`);
  await trx
    .insertInto("brand")
    .values({ workspace_id: workspaceId, id, name })
    .onConflict((conflict) => conflict.columns(["workspace_id", "id"]).doUpdateSet({ name }))
    .execute();
}

/** Every version of the brief belongs to the brand, or to none. */
export async function setBriefBrand(
  trx: Db,
  workspaceId: string,
  briefId: string,
  brandId: string | null,
): Promise<void> {
  await keepBefore(trx, workspaceId, "brief", sql`t.id = ${briefId}::uuid`);
  await trx
    .updateTable("brief")
    .set({ brand_id: brandId })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", briefId)
    .execute();
}

/** A creator in an approved plan, and for whom. */
export interface BrandBooking {
  readonly creator: string;
  /** As the plan has it; null in a plan that names nobody. */
  readonly creatorName: string | null;
  readonly account: string;
  readonly platform: string | null;
  readonly planId: string;
  readonly briefId: string;
  readonly briefVersion: number;
  readonly brandId: string | null;
  readonly brandName: string | null;
}

/** Approved plans book, a plan that nobody approved does not; a place that nobody fills yet is no creator. */
export function selectBookings(db: Db, workspaceId: string): Promise<BrandBooking[]> {
  const line = sql`(plan.document -> 'lines' -> plan_item.position)`;
  return db
    .selectFrom("plan_item")
    .innerJoin("plan", (join) =>
      join
        .onRef("plan.workspace_id", "=", "plan_item.workspace_id")
        .onRef("plan.id", "=", "plan_item.plan_id"),
    )
    .innerJoin("approval", (join) =>
      join
        .onRef("approval.workspace_id", "=", "plan_item.workspace_id")
        .onRef("approval.plan_id", "=", "plan_item.plan_id"),
    )
    .innerJoin("brief", (join) =>
      join
        .onRef("brief.workspace_id", "=", "approval.workspace_id")
        .onRef("brief.id", "=", "approval.brief_id")
        .onRef("brief.version", "=", "approval.brief_version"),
    )
    .leftJoin("brand", (join) =>
      join.onRef("brand.workspace_id", "=", "brief.workspace_id").onRef("brand.id", "=", "brief.brand_id"),
    )
    .select(["plan_item.creator", "plan_item.account", "plan_item.plan_id as planId"])
    .select(["brief.id as briefId", "brief.version as briefVersion", "brief.brand_id as brandId"])
    .select("brand.name as brandName")
    .select(sql<string | null>`${line} ->> 'creatorName'`.as("creatorName"))
    .select(sql<string | null>`${line} ->> 'platform'`.as("platform"))
    .where("plan_item.workspace_id", "=", workspaceId)
    .where(sql<boolean>`${line} ->> 'slot' IS NULL`)
    .orderBy("plan_item.creator")
    .orderBy("approval.at")
    .orderBy("plan_item.position")
    .execute();
}
