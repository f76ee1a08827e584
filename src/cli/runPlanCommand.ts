import { basename } from "node:path";
import { type PlanRequest, planCampaign } from "#app/planCampaign";
import { type PlanGrounds, planGrounds } from "#app/planGrounds";
import type { FileReport } from "#app/readCatalogFiles";
import { type PlanFiles, readPlanFiles } from "#app/readPlanFiles";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { noteSaid } from "#core/catalog/import/noteTally";
import type { Platform } from "#core/catalog/platform";
import type { Instance } from "#core/instance";
import { dayOf } from "#core/period";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import { type Sentence, sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { type Names, namesOf } from "./names.ts";
import type { PlanArguments } from "./planArguments.ts";
import type { Terminal } from "./terminal.ts";

const REJECTS_SHOWN = 5;

export interface PlanMade {
  readonly document: PlanDocument;
  readonly instance: Instance | null;
  /** What was read of the files named with --creators. */
  readonly files: readonly FileReport[];
  readonly names: Names;
}

/** What the terminal was given, read: the document, and whom to plan with. */
export interface PlanGiven {
  readonly files: PlanFiles;
  readonly request: Omit<PlanRequest, "briefDocument">;
}

/** Reads what `plan` was given, and says what the creator files leave out. */
export async function readPlanGiven(given: PlanArguments, terminal: Terminal): Promise<PlanGiven> {
  const today = dayOf(terminal.now().getTime());
  const files = await readPlanFiles(given.brief, given.assumptions, given.creators, {
    platform: given.platform,
    mapping: given.currency === null ? NO_MAPPING : { currency: given.currency },
    today,
  });
  if (!given.json) noteReport(files.report, terminal);
  const grounds =
    files.creators === null ? await workspaceGrounds(given.workspace, terminal, given.list) : null;
  const request = {
    creators: files.creators ?? grounds?.creators ?? [],
    ...(grounds === null ? {} : { grounds }),
    ownAssumptions: files.ownAssumptions,
    seed: given.seed,
    secondsMax: given.secondsMax,
    passesMax: given.passesMax,
    today,
    withInstance: given.out !== null,
  };
  return { files, request };
}

/** Shows how far it is until it has ended; Ctrl-C ends it with what there is so far. */
export async function watched<Made>(
  start: (onProgress: (progress: PlanProgress) => void) => {
    readonly finished: Promise<Made>;
    stop(): void;
    readonly platforms: readonly Platform[];
  },
  terminal: Terminal,
): Promise<{ readonly made: Made; readonly names: Names }> {
  const redraw = (text: string) => {
    if (terminal.interactive) terminal.redraw(text);
  };
  const running = start(({ step }) => redraw(say("en", sentence(`plan.step.${step}`))));
  const stop = () => running.stop();
  process.once("SIGINT", stop);
  const made = await running.finished.finally(() => {
    process.removeListener("SIGINT", stop);
    redraw("");
  });
  return { made, names: namesOf(running.platforms) };
}

/** Makes the plan that `plan` and `compare` print: files in, progress on stderr, Ctrl-C ends with the plan so far. */
export async function runPlanCommand(
  given: PlanArguments,
  terminal: Terminal,
  read: PlanGiven | null = null,
): Promise<PlanMade> {
  const { files, request } = read ?? (await readPlanGiven(given, terminal));
  const { briefDocument, report } = files;
  const { made, names } = await watched(
    (onProgress) => planCampaign({ ...request, briefDocument }, onProgress),
    terminal,
  );
  const warnings = [...made.document.warnings, ...refusedRows(report)];
  return { ...made, document: { ...made.document, warnings }, files: report, names };
}

/** How many rows of each file the plan goes without. */
export function refusedRows(report: readonly FileReport[]): Sentence[] {
  return report.flatMap(({ file, rows, rejected }) =>
    rejected > 0 ? sentence("plan.text.refusedRows", { file: basename(file), rows, rejected }) : [],
  );
}

/** What was left out of the creator files, with the first few places: a plan writes no rejects file. */
export function noteReport(report: readonly FileReport[], terminal: Terminal): void {
  for (const { file, rows, rejected, rejects, notes } of report) {
    if (rejected > 0) terminal.note(say("en", sentence("plan.text.refusedRows", { file, rows, rejected })));
    for (const { line, column, value, rule } of rejects.slice(0, REJECTS_SHOWN))
      terminal.note(say("en", sentence("catalog.import.reject", { line, column, value, rule: [rule] })));
    for (const note of notes) terminal.note(`  ${say("en", noteSaid(note))}`);
  }
}

/** The files as the printed document lists them, so that --json says what is refused, too. */
export function filesRead(files: readonly FileReport[]) {
  return files.map(
    ({ file, as, platform, platformFrom, rows, accepted, rejected, unchanged, rejects, notes }) => ({
      file,
      as,
      platform,
      platformFrom,
      rows,
      accepted,
      rejected,
      unchanged,
      notes,
      rejects: rejects.slice(0, REJECTS_SHOWN),
    }),
  );
}

export async function workspaceGrounds(
  workspace: string,
  terminal: Terminal,
  list: string | null = null,
): Promise<PlanGrounds> {
  const house = await terminal.openHouse(workspace);
  try {
    return await planGrounds(house, list);
  } finally {
    await house.close();
  }
}
