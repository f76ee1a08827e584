import { readAssumptionDomains, readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseProgramme } from "#core/brief/parseProgramme";
import type { Platform } from "#core/catalog/platform";
import { ownAssumptions } from "#core/forecast/ownAssumptions";
import type { Instance } from "#core/instance";
import type { PlanProgress } from "#core/planner/makePlan";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import type { PlanRequest } from "./planCampaign.ts";
import { runOnThread } from "./runOnThread.ts";

export interface ProgrammeRequest extends Omit<PlanRequest, "briefDocument"> {
  /** As read from a file or a form; checked here. */
  readonly programmeDocument: unknown;
}

export interface PlannedProgramme {
  readonly finished: Promise<{ readonly document: ProgrammeDocument; readonly instance: Instance | null }>;
  stop(): void;
  readonly platforms: readonly Platform[];
}

/** Starts the plan of several campaigns under one budget. Throws bad-input at once, with every problem of the document. */
export function planProgramme(
  { programmeDocument, grounds, ownAssumptions: given, today, ...rest }: ProgrammeRequest,
  onProgress: (progress: PlanProgress) => void = () => {},
): PlannedProgramme {
  const reference = grounds?.reference ?? readReference();
  const assumptions = readAssumptions();
  const programme = parseProgramme(programmeDocument, reference, today);
  const year = Number(today.slice(0, 4));
  const own = given === null ? [] : ownAssumptions(given, assumptions, readAssumptionDomains(), year);
  const running = runOnThread<{ document: ProgrammeDocument; instance: Instance | null }>(
    "programme.worker",
    {
      ...rest,
      ...{ programme, programmeDocument, assumptions, madeOn: today },
      reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
      // The file named for this plan goes before what the workspace holds.
      ownAssumptions: [...(grounds?.ownAssumptions ?? []), ...own],
    },
    onProgress,
  );
  return { finished: running.finished, stop: running.stop, platforms: reference.platforms };
}
