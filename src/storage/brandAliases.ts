import { sql } from "kysely";
import type { BrandRecord } from "./brands.ts";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

export interface AliasedBrand extends BrandRecord {
  readonly aliases: readonly string[];
}

/** Brands with the other names that people write for them. By name. */
export function selectBrandsWithAliases(db: Db, workspaceId: string): Promise<AliasedBrand[]> {
  return db
    .selectFrom("brand")
    .select(["id", "name", "aliases"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .execute();
}

export async function setBrandAliases(
  trx: Db,
  workspaceId: string,
  id: string,
  aliases: readonly string[],
): Promise<void> {
  await keepBefore(trx, workspaceId, "brand", sql`t.id = ${id}::uuid`);
  await trx
    .updateTable("brand")
    .set({ aliases: [...aliases] })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
