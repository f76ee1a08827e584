import { type ListedProgrammePlan, selectProgrammePlans } from "#storage/programmes";
import type { House } from "./house.ts";

/** Every plan of every programme of the workspace, newest first. */
export function listProgrammePlans(house: House): Promise<ListedProgrammePlan[]> {
  return selectProgrammePlans(house.db, house.workspaceId);
}
