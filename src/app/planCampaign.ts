import type { Brief } from "#core/brief/brief";
import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import type { Platform } from "#core/catalog/platform";
import type { Instance } from "#core/instance";
import type { PlanInput } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import type { InstanceWanted } from "#workers/madeForSending";
import type { Crossing } from "#workers/threadMessage";
import { type FiguresAsked, figuresFor } from "./figuresFor.ts";
import { type OnProgress, type RunningThread, runOnThread } from "./runOnThread.ts";

export interface PlanRequest extends FiguresAsked {
  /** As read from a file or a form; checked here. */
  readonly briefDocument: unknown;
  readonly creators: readonly Creator[];
  readonly seed: number;
  /** For the whole plan. */
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly withInstance: boolean;
}

export interface MadeCampaign {
  readonly document: PlanDocument;
  /** Null where it was not asked for. */
  readonly instance: Instance | null;
}

export interface PlannedCampaign extends RunningThread<MadeCampaign> {
  /** What is planned, defaults filled in. */
  readonly brief: Brief;
  /** What the plan's slugs are called. */
  readonly platforms: readonly Platform[];
}

/** Starts the plan of a brief with these creators. Throws bad-input at once for a brief or assumptions that break a rule. */
export function planCampaign(request: PlanRequest, onProgress?: OnProgress): PlannedCampaign {
  const { briefDocument, creators, grounds, today, seed, secondsMax, passesMax, withInstance } = request;
  const figures = figuresFor(request);
  const brief = parseBrief(briefDocument, figures.reference, today);
  const running = runOnThread<Crossing<PlanInput> & InstanceWanted, MadeCampaign>(
    "plan.worker",
    {
      ...figures,
      ...{ brief, briefDocument, creators, seed, secondsMax, passesMax, withInstance },
      list: grounds?.list ?? null,
      // Creators named in a file or a list are whom one can book; a workspace is only whom one knows so far.
      slotsWhenShort: grounds !== undefined && !grounds.list,
      madeOn: today,
    },
    onProgress,
  );
  return { ...running, brief, platforms: figures.reference.platforms };
}
