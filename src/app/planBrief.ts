import { createHash } from "node:crypto";
import { readAssumptions } from "#connectors/data/readAssumptions";
import type { Brief } from "#core/brief/brief";
import { parseBrief } from "#core/brief/parseBrief";
import { canonicalJson } from "#core/canonicalJson";
import { dayOf } from "#core/period";
import type { PlanProgress } from "#core/planner/makePlan";
import { selectOwnAssumptions } from "#storage/assumptions";
import { loadCreators } from "#storage/creators";
import type { PlanRecord } from "#storage/plans";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { openBrief } from "./openBrief.ts";
import { runPlan } from "./runPlan.ts";
import { savePlan } from "./savePlan.ts";
import { instanceSha256 } from "./writePlanFiles.ts";

export interface BriefPlanRequest {
  readonly briefId: string;
  readonly seed: number;
  /** For the whole plan. */
  readonly secondsMax: number;
  readonly actor: string;
}

export interface PlannedBrief {
  /** What is planned, defaults filled in. */
  readonly brief: Brief;
  /** The plan as it was kept. */
  readonly finished: Promise<PlanRecord>;
  /** Ends the search; what it has is kept. */
  stop(): void;
}

/**
 * Plans the newest version of a stored brief with the creators, rates and assumptions of its workspace, and keeps the
 * plan. Throws not-found, and bad-input for a brief that can no longer be planned because its day is over.
 */
export async function planBrief(
  house: House,
  { briefId, seed, secondsMax, actor }: BriefPlanRequest,
  onProgress: (progress: PlanProgress) => void = () => {},
): Promise<PlannedBrief> {
  const { db, workspaceId } = house;
  const { document, version } = await openBrief(house, briefId);
  const [creators, reference, ownAssumptions] = await Promise.all([
    loadCreators(db, workspaceId),
    houseReference(house),
    selectOwnAssumptions(db, workspaceId),
  ]);
  const madeOn = dayOf(house.now().getTime());
  const brief = parseBrief(document, reference, madeOn);
  const assumptions = readAssumptions();
  const running = runPlan(
    {
      ...{ brief, briefDocument: document, creators, assumptions, ownAssumptions },
      ...{ purchase: null, slotsWhenShort: true },
      reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
      ...{ seed, secondsMax, passesMax: null, withInstance: true },
      madeOn,
    },
    onProgress,
  );
  const keep = async (): Promise<PlanRecord> => {
    const made = await running.finished;
    const sha256 = made.instance && instanceSha256(made.instance);
    return savePlan(house, {
      ...{ briefId, briefVersion: version, seed, actor, instanceSha256: sha256 },
      document: {
        ...made.document,
        certificate: { ...made.document.certificate, instanceSha256: sha256 },
      },
      assumptionsSha256: createHash("sha256")
        .update(canonicalJson([assumptions, ownAssumptions]))
        .digest("hex"),
    });
  };
  return { brief, finished: keep(), stop: running.stop };
}
