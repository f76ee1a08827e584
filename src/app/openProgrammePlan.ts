import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { findProgrammePlan, type ListedProgrammePlan, type ProgrammePlanRecord } from "#storage/programmes";
import type { House } from "./house.ts";

/** Throws not-found. */
export async function openProgrammePlan(
  house: House,
  id: string,
): Promise<ProgrammePlanRecord & ListedProgrammePlan> {
  const plan = isUuid(id) ? await findProgrammePlan(house.db, house.workspaceId, id) : null;
  if (plan) return plan;
  throw new ChoraleError("not-found", sentence("storage.noPlan", { id }), "plan");
}
