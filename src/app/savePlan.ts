import { findBrief } from "#storage/briefs";
import { appendEvent } from "#storage/events";
import { insertPlan, type PlanRecord } from "#storage/plans";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

export interface PlanToSave extends Omit<PlanRecord, "id" | "madeAt"> {
  readonly actor: string;
}

/** Keeps a plan as it was made, for that version of its brief. */
export async function savePlan(house: House, { actor, ...made }: PlanToSave): Promise<PlanRecord> {
  const at = house.now();
  const plan = { ...made, id: house.newId(), madeAt: at };
  const brief = await findBrief(house.db, house.workspaceId, plan.briefId, plan.briefVersion);
  await inChange(house, async (trx) => {
    await insertPlan(trx, house.workspaceId, plan);
    await appendEvent(trx, house.workspaceId, {
      ...{ id: house.newId(), actor, noun: "plan", nounId: plan.id, verb: "made", at },
      before: null,
      after: {
        ...{ briefId: plan.briefId, briefVersion: plan.briefVersion, instanceSha256: plan.instanceSha256 },
        name: brief?.name,
      },
    });
  });
  return plan;
}
