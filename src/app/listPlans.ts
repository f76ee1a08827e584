import { type ListedPlan, selectPlans } from "#storage/plans";
import type { House } from "./house.ts";

/** Every plan of the workspace, newest first. */
export function listPlans(house: House): Promise<ListedPlan[]> {
  return selectPlans(house.db, house.workspaceId);
}
