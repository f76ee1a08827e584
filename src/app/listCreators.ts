import { type CreatorFilter, type ListedCreator, listedCreators } from "#storage/creatorList";
import type { House } from "./house.ts";

/** A page of the creators of a workspace, the largest first, and how many there are in all. */
export async function listCreators(
  house: House,
  filter: CreatorFilter,
): Promise<{ readonly total: number; readonly creators: readonly ListedCreator[] }> {
  return listedCreators(house.db, house.workspaceId, filter);
}
