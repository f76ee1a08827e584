import { type ProgrammeRecord, selectProgrammes } from "#storage/programmes";
import type { House } from "./house.ts";

/** The newest version of every programme, newest first. */
export function listProgrammes(house: House): Promise<ProgrammeRecord[]> {
  return selectProgrammes(house.db, house.workspaceId);
}
