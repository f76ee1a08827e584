import { type BriefRecord, selectBriefs } from "#storage/briefs";
import type { House } from "./house.ts";

/** The newest version of every brief, newest first. */
export function listBriefs(house: House): Promise<BriefRecord[]> {
  return selectBriefs(house.db, house.workspaceId);
}
