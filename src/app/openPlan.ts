import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { type PlanChanges, planChanges } from "#core/planner/planChanges";
import { sentence } from "#core/sentence";
import { findListedPlan, findPlan, findPlanBefore, type ListedPlan, type PlanRecord } from "#storage/plans";
import type { House } from "./house.ts";

export interface OpenedPlan extends PlanRecord, ListedPlan {
  readonly briefVersion: number;
  /** What it has otherwise than the plan before it, of the same brief; null: it is the first. */
  readonly since: { readonly planId: string; readonly madeAt: Date; readonly changes: PlanChanges } | null;
}

/** Throws not-found. */
export async function openPlan(house: House, id: string): Promise<OpenedPlan> {
  const { db, workspaceId } = house;
  const [plan, listed] = isUuid(id)
    ? await Promise.all([findPlan(db, workspaceId, id), findListedPlan(db, workspaceId, id)])
    : [null, null];
  if (!plan || !listed) throw new ChoraleError("not-found", sentence("storage.noPlan", { id }), "plan");
  const before = await findPlanBefore(db, workspaceId, plan);
  const since = before && {
    planId: before.id,
    madeAt: before.madeAt,
    changes: planChanges(before.document, plan.document),
  };
  return { ...plan, ...listed, since };
}
