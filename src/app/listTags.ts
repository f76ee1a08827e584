import { selectAllTags } from "#storage/tags";
import type { House } from "./house.ts";

/** Every tag of the workspace with how many creators carry it, the most used first. */
export function listTags(house: House): Promise<{ readonly tag: string; readonly creators: number }[]> {
  return selectAllTags(house.db, house.workspaceId);
}
