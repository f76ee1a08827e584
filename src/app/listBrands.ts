import { type BrandRecord, selectBrands } from "#storage/brands";
import type { House } from "./house.ts";

/** Every brand of the workspace, by name. */
export function listBrands(house: House): Promise<BrandRecord[]> {
  return selectBrands(house.db, house.workspaceId);
}
