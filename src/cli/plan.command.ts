import { readEarlierPlan } from "#app/readEarlierPlan";
import { refuseUnwritable, writePlanFiles } from "#app/writePlanFiles";
import { planChanges } from "#core/planner/planChanges";
import { withTexts } from "#i18n/withTexts";
import { BRIEF, PLAN_FLAGS, planArguments } from "./planArguments.ts";
import { changesText, planText } from "./planText.ts";
import { filesRead, runPlanCommand } from "./runPlanCommand.ts";
import type { Command } from "./terminal.ts";

export const command: Command = {
  takes: BRIEF,
  flags: PLAN_FLAGS,
  async run(args, terminal) {
    const given = planArguments(args);
    if (given.out !== null) await refuseUnwritable(given.out);
    const before = given.against === null ? null : await readEarlierPlan(given.against);
    const { document, instance, files, names } = await runPlanCommand(given, terminal);
    const plan =
      given.out === null || instance === null
        ? document
        : await writePlanFiles(given.out, document, instance, withTexts);
    const changes = before && planChanges(before, document);
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
