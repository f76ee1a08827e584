import { type ListRecord, selectLists } from "#storage/lists";
import type { House } from "./house.ts";

/** The lists of a workspace, by name. */
export function listLists(house: House): Promise<ListRecord[]> {
  return selectLists(house.db, house.workspaceId);
}
