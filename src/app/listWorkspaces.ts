import { selectWorkspaces, type Workspace } from "#storage/workspaces";
import type { House } from "./house.ts";

/** Every workspace of the database, by name. */
export function listWorkspaces(house: House): Promise<Workspace[]> {
  return selectWorkspaces(house.db);
}
