import { parseProgramme } from "#core/brief/parseProgramme";
import type { Platform } from "#core/catalog/platform";
import type { Instance } from "#core/instance";
import type { ProgrammeInput } from "#core/planner/programme/makeProgramme";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import type { InstanceWanted } from "#workers/madeForSending";
import type { Crossing } from "#workers/threadMessage";
import { figuresFor } from "./figuresFor.ts";
import type { PlanRequest } from "./planCampaign.ts";
import { type OnProgress, type RunningThread, runOnThread } from "./runOnThread.ts";

export interface ProgrammeRequest extends Omit<PlanRequest, "briefDocument"> {
  /** As read from a file or a form; checked here. */
  readonly programmeDocument: unknown;
}

export interface MadeCampaigns {
  readonly document: ProgrammeDocument;
  /** Null where it was not asked for. */
  readonly instance: Instance | null;
}

export interface PlannedProgramme extends RunningThread<MadeCampaigns> {
  /** What the plan's slugs are called. */
  readonly platforms: readonly Platform[];
}

/** Starts the plan of several campaigns under one budget. Throws bad-input at once, with every problem of the document. */
export function planProgramme(request: ProgrammeRequest, onProgress?: OnProgress): PlannedProgramme {
  const { programmeDocument, creators, today, seed, secondsMax, passesMax, withInstance } = request;
  const figures = figuresFor(request);
  const programme = parseProgramme(programmeDocument, figures.reference, today);
  const running = runOnThread<Crossing<ProgrammeInput> & InstanceWanted, MadeCampaigns>(
    "programme.worker",
    {
      ...figures,
      ...{ programme, programmeDocument, creators, seed, secondsMax, passesMax, withInstance },
      madeOn: today,
    },
    onProgress,
  );
  return { ...running, platforms: figures.reference.platforms };
}
