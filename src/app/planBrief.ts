import { dayOf } from "#core/period";
import type { PlanRecord } from "#storage/plans";
import { certifiedPlan } from "./certifiedPlan.ts";
import { assumptionsSha256 } from "./figuresFor.ts";
import type { House } from "./house.ts";
import { openBrief } from "./openBrief.ts";
import { type PlannedCampaign, planCampaign } from "./planCampaign.ts";
import { type PlanGrounds, planGrounds } from "./planGrounds.ts";
import type { OnProgress, RunningThread } from "./runOnThread.ts";
import { savePlan } from "./savePlan.ts";

export interface BriefPlanRequest {
  readonly briefId: string;
  /** Name or id of the list whose creators alone are planned with; absent or null: everybody's. */
  readonly list?: string | null;
  readonly seed: number;
  /** For the whole plan. */
  readonly secondsMax: number;
  readonly actor: string;
}

/** `finished`: the plan as it was kept. */
export interface PlannedBrief
  extends RunningThread<PlanRecord>,
    Pick<PlannedCampaign, "brief">,
    Pick<PlanGrounds, "list"> {}

/**
 * Plans the newest version of a stored brief with the creators, rates and assumptions of its workspace, and keeps the
 * plan. Throws not-found, and bad-input for an empty list and a brief that can no longer be planned because its day is over.
 */
export async function planBrief(
  house: House,
  { briefId, list = null, seed, secondsMax, actor }: BriefPlanRequest,
  onProgress?: OnProgress,
): Promise<PlannedBrief> {
  const { document: briefDocument, version: briefVersion } = await openBrief(house, briefId);
  const grounds = await planGrounds(house, list);
  const { brief, finished, stop } = planCampaign(
    {
      ...{ briefDocument, grounds, creators: grounds.creators, ownAssumptions: null },
      ...{ seed, secondsMax, passesMax: null, withInstance: true, today: dayOf(house.now().getTime()) },
    },
    onProgress,
  );
  const keep = async () =>
    savePlan(house, {
      ...{ briefId, briefVersion, seed, actor },
      ...certifiedPlan(await finished),
      assumptionsSha256: assumptionsSha256(grounds.ownAssumptions),
    });
  return { brief, list: grounds.list, finished: keep(), stop };
}
