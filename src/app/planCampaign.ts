import { readAssumptionDomains, readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import type { Platform } from "#core/catalog/platform";
import { ownAssumptions } from "#core/forecast/ownAssumptions";
import type { Instance } from "#core/instance";
import type { IsoDate } from "#core/period";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import type { PlanGrounds } from "./planGrounds.ts";
import { runPlan } from "./runPlan.ts";

export interface PlanRequest {
  /** As read from a file or a form; checked here. */
  readonly briefDocument: unknown;
  readonly creators: readonly Creator[];
  /** A user's list of assumptions as read, or null. */
  readonly ownAssumptions: unknown;
  /** The workspace the plan is made in, where it is made in one. */
  readonly grounds?: Pick<PlanGrounds, "reference" | "ownAssumptions">;
  readonly seed: number;
  /** For the whole plan. */
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly today: IsoDate;
  readonly withInstance: boolean;
}

export interface PlannedCampaign {
  readonly finished: Promise<{ readonly document: PlanDocument; readonly instance: Instance | null }>;
  stop(): void;
  /** What the plan's slugs are called. */
  readonly platforms: readonly Platform[];
}

/** Starts the plan of a brief with these creators. Throws bad-input at once for a brief or assumptions that break a rule. */
export function planCampaign(
  request: PlanRequest,
  onProgress: (progress: PlanProgress) => void = () => {},
): PlannedCampaign {
  const reference = request.grounds?.reference ?? readReference();
  const assumptions = readAssumptions();
  const brief = parseBrief(request.briefDocument, reference, request.today);
  const own =
    request.ownAssumptions === null
      ? []
      : ownAssumptions(
          request.ownAssumptions,
          assumptions,
          readAssumptionDomains(),
          Number(request.today.slice(0, 4)),
        );
  const running = runPlan(
    {
      brief,
      briefDocument: request.briefDocument,
      creators: request.creators,
      // Creators named in a file are whom one can book; a workspace is only whom one knows so far.
      slotsWhenShort: request.grounds !== undefined,
      reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
      assumptions,
      // The file named for this plan goes before what the workspace holds.
      ownAssumptions: [...(request.grounds?.ownAssumptions ?? []), ...own],
      purchase: null,
      seed: request.seed,
      secondsMax: request.secondsMax,
      passesMax: request.passesMax,
      madeOn: request.today,
      withInstance: request.withInstance,
    },
    onProgress,
  );
  return { finished: running.finished, stop: () => running.stop(), platforms: reference.platforms };
}
