import { createHash } from "node:crypto";
import { readLevelRule } from "#connectors/data/readLevelRule";
import { canonicalJson } from "#core/canonicalJson";
import { selectBrandsWithAliases } from "#storage/brandAliases";
import { listCityTiers } from "#storage/cityTiers";
import { selectFxRates } from "#storage/fxRates";
import type { RefreshRequest } from "#workers/searchMessages";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";

/** What a workspace's search figures are worked out with, and the fingerprint of the workspace's own part of it. */
export async function searchGround(house: House): Promise<RefreshRequest> {
  const { db, workspaceId, workspace } = house;
  const [reference, brands, fx, rankings] = await Promise.all([
    houseReference(house),
    selectBrandsWithAliases(db, workspaceId),
    selectFxRates(db, workspaceId),
    listCityTiers(db, workspaceId),
  ]);
  const own = { brands, fx, rankings, baseCurrency: workspace.baseCurrency };
  return {
    workspaceId,
    ground: {
      reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
      levelRule: readLevelRule(),
      baseCurrency: workspace.baseCurrency,
      brands,
    },
    groundSha256: createHash("sha256").update(canonicalJson(own)).digest("hex"),
  };
}
