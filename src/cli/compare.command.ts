import { withTexts } from "#i18n/withTexts";
import { BRIEF, COMPARE_FLAGS, compareArguments } from "./planArguments.ts";
import { comparisonText } from "./planText.ts";
import { filesRead, runPlanCommand } from "./runPlanCommand.ts";
import type { Command } from "./terminal.ts";

/** One large creator against many small ones, at equal money. */
export const command: Command = {
  takes: BRIEF,
  flags: COMPARE_FLAGS,
  async run(args, terminal) {
    const given = compareArguments(args);
    const { document, files } = await runPlanCommand(given, terminal);
    if (given.json) {
      const { status, currency, brief, madeOn, comparison, assumptions, warnings, seed, passes } = document;
      const printed = { status, currency, brief, madeOn, comparison, assumptions, warnings, seed, passes };
      terminal.print(JSON.stringify(withTexts({ ...printed, files: filesRead(files) })));
    } else for (const line of comparisonText(document, terminal.columns)) terminal.print(line);
    return 0;
  },
};
