import { type AliasedBrand, selectBrandsWithAliases } from "#storage/brandAliases";
import type { House } from "./house.ts";

/** Every brand of the workspace with its other names, by name. */
export function listBrands(house: House): Promise<AliasedBrand[]> {
  return selectBrandsWithAliases(house.db, house.workspaceId);
}
