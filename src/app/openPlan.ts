import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { findListedPlan, findPlan, type ListedPlan, type PlanRecord } from "#storage/plans";
import type { House } from "./house.ts";

export type OpenedPlan = PlanRecord & ListedPlan;

/** Throws not-found. */
export async function openPlan(house: House, id: string): Promise<OpenedPlan> {
  const { db, workspaceId } = house;
  const [plan, listed] = isUuid(id)
    ? await Promise.all([findPlan(db, workspaceId, id), findListedPlan(db, workspaceId, id)])
    : [null, null];
  if (!plan || !listed) throw new ChoraleError("not-found", sentence("storage.noPlan", { id }), "plan");
  return { ...plan, ...listed };
}
