import { planProgramme } from "#app/planProgramme";
import { writePlanFiles } from "#app/writePlanFiles";
import { withTexts } from "#i18n/withTexts";
import type { PlanArguments } from "./planArguments.ts";
import { programmeText } from "./programmeText.ts";
import { filesRead, type PlanGiven, refusedRows, watched } from "./runPlanCommand.ts";
import type { Terminal } from "./terminal.ts";

/** `plan` for a file with several campaigns: the same flags, files and exit codes. */
export async function runProgrammeCommand(
  given: PlanArguments,
  { files, request }: PlanGiven,
  terminal: Terminal,
): Promise<0> {
  const { made, names } = await watched(
    (onProgress) => planProgramme({ ...request, programmeDocument: files.briefDocument }, onProgress),
    terminal,
  );
  const { instance } = made;
  const document = { ...made.document, warnings: [...made.document.warnings, ...refusedRows(files.report)] };
  const programme =
    given.out === null || instance === null
      ? document
      : await writePlanFiles(given.out, document, instance, withTexts);
  if (given.json) terminal.print(JSON.stringify(withTexts({ ...programme, files: filesRead(files.report) })));
  else for (const line of programmeText(programme, names, terminal.columns)) terminal.print(line);
  return 0;
}
