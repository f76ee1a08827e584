import { sql } from "kysely";
import type { CityTier, CityTierList } from "#core/catalog/city";
import type { CityTierRow } from "#core/catalog/import/cityTierRow";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";

/** The cities of one ranking with their tiers. */
export async function cityTiersOf(
  db: Db,
  workspaceId: string,
  ranking: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("city_tier")
    .select(["city", "tier"])
    .where("workspace_id", "=", workspaceId)
    .where("ranking", "=", ranking)
    .execute();
  return new Map(rows.map((row) => [row.city, row.tier]));
}

/** Adds cities to a ranking of a year; the ranking's source is made with its first cities. */
export async function addCityTiers(
  db: Db,
  workspaceId: string,
  ranking: { readonly label: string; readonly year: number; readonly importId: string },
  rows: readonly CityTierRow[],
  newId: () => string,
): Promise<void> {
  const sourceId = newId();
  await db
    .insertInto("source")
    .values({
      workspace_id: workspaceId,
      id: sourceId,
      kind: "city-ranking",
      label: ranking.label,
      url: null,
      method: "estimated",
      trust: null,
      observed_on: `${ranking.year}-01-01`,
      import_id: ranking.importId,
    })
    .execute();
  await insertRecords(
    db,
    "city_tier",
    { workspace_id: "uuid", ranking: "text", city: "text", tier: "text", source_id: "uuid" },
    rows.map(({ city, tier }) => ({
      workspace_id: workspaceId,
      ranking: ranking.label,
      city,
      tier,
      source_id: sourceId,
    })),
  );
}

/** Every imported ranking, oldest year first, as `Cities.withTierList` takes it. */
export async function listCityTiers(db: Db, workspaceId: string): Promise<CityTierList[]> {
  const { rows } = await sql<{ ranking: string; year: number; tiers: Record<string, CityTier> }>`
    SELECT t.ranking, max(extract(year FROM s.observed_on))::int AS year, jsonb_object_agg(t.city, t.tier) AS tiers
    FROM city_tier t JOIN source s ON s.workspace_id = t.workspace_id AND s.id = t.source_id
    WHERE t.workspace_id = ${workspaceId}
    GROUP BY t.ranking ORDER BY 2, 1`.execute(db);
  return rows.map(({ ranking, year, tiers }) => ({ source: ranking, year, tiers }));
}
