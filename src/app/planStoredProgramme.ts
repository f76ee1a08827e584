import { dayOf } from "#core/period";
import { appendEvent } from "#storage/events";
import { insertProgrammePlan, type ProgrammePlanRecord, type ProgrammeRecord } from "#storage/programmes";
import { certifiedPlan } from "./certifiedPlan.ts";
import { assumptionsSha256 } from "./figuresFor.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { openProgramme } from "./openProgramme.ts";
import { planGrounds } from "./planGrounds.ts";
import { planProgramme } from "./planProgramme.ts";
import type { OnProgress, RunningThread } from "./runOnThread.ts";

export interface ProgrammePlanRequest {
  readonly programmeId: string;
  readonly seed: number;
  /** Bounds the search; what finds the limits and describes the plan comes on top (docs/methods/programme.md). */
  readonly secondsMax: number;
  readonly actor: string;
}

/**
 * Plans the newest version of a stored programme with the creators, rates and assumptions of its workspace, and keeps
 * the plan. Throws not-found, and bad-input for a programme that can no longer be planned.
 */
export async function planStoredProgramme(
  house: House,
  { programmeId, seed, secondsMax, actor }: ProgrammePlanRequest,
  onProgress?: OnProgress,
): Promise<RunningThread<ProgrammePlanRecord>> {
  const programme = await openProgramme(house, programmeId);
  const grounds = await planGrounds(house);
  const { finished, stop } = planProgramme(
    {
      ...{ programmeDocument: programme.document, grounds, creators: grounds.creators, ownAssumptions: null },
      ...{ seed, secondsMax, passesMax: null, withInstance: true, today: dayOf(house.now().getTime()) },
    },
    onProgress,
  );
  const keepMade = async () => {
    const plan = {
      ...{ id: house.newId(), programmeId, programmeVersion: programme.version, seed, madeAt: house.now() },
      ...certifiedPlan(await finished),
      assumptionsSha256: assumptionsSha256(grounds.ownAssumptions),
    };
    await keep(house, programme, plan, actor);
    return plan;
  };
  return { finished: keepMade(), stop };
}

function keep(
  house: House,
  { name, version }: ProgrammeRecord,
  plan: ProgrammePlanRecord,
  actor: string,
): Promise<void> {
  const { id, programmeId, instanceSha256, madeAt: at } = plan;
  return inChange(house, async (trx) => {
    await insertProgrammePlan(trx, house.workspaceId, plan);
    await appendEvent(trx, house.workspaceId, {
      ...{ id: house.newId(), actor, noun: "programmePlan", nounId: id, verb: "made", at, before: null },
      after: { programmeId, version, instanceSha256, name },
    });
  });
}
