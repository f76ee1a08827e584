import { readEarlierPlan } from "#app/readEarlierPlan";
import { writeCalendarFile } from "#app/writeCalendarFile";
import { refuseUnwritable, writePlanFiles } from "#app/writePlanFiles";
import { isProgramme } from "#core/brief/programme";
import { planChanges } from "#core/planner/planChanges";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { withTexts } from "#i18n/withTexts";
import { misuse } from "./flags.ts";
import { BRIEF, PLAN_FLAGS, planArguments } from "./planArguments.ts";
import { changesText, planText } from "./planText.ts";
import { filesRead, readPlanGiven, runPlanCommand } from "./runPlanCommand.ts";
import { runProgrammeCommand } from "./runProgrammeCommand.ts";
import type { Command } from "./terminal.ts";

export const command: Command = {
  takes: BRIEF,
  flags: PLAN_FLAGS,
  async run(args, terminal) {
    const given = planArguments(args);
    if (given.out !== null) await refuseUnwritable(given.out);
    if (given.calendar !== null) await refuseUnwritable(given.calendar);
    const before = given.against === null ? null : await readEarlierPlan(given.against);
    const read = await readPlanGiven(given, terminal);
    const isOfSeveral = isProgramme(read.files.briefDocument);
    if (isOfSeveral && given.list !== null) throw misuse("plan", sentence("cli.usage.listOfOne"));
    if (isOfSeveral) return runProgrammeCommand(given, read, terminal);
    const { document, instance, files, names } = await runPlanCommand(given, terminal, read);
    const plan =
      given.out === null || instance === null
        ? document
        : await writePlanFiles(given.out, document, instance, withTexts);
    const changes = before && planChanges(before, document);
    if (given.calendar !== null) await writeCalendarFile(given.calendar, plan, (words) => say("en", words));
    if (given.json)
      terminal.print(
        JSON.stringify(withTexts({ ...plan, files: filesRead(files), ...(changes ? { changes } : {}) })),
      );
    else for (const line of planText(plan, names, terminal.columns)) terminal.print(line);
    if (!given.json && changes && given.against !== null)
      for (const line of changesText(given.against, changes, terminal.columns)) terminal.print(line);
    return 0;
  },
};
