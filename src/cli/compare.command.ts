import { withTexts } from "#i18n/withTexts";
import { planArguments } from "./planArguments.ts";
import { comparisonText } from "./planText.ts";
import { runPlanCommand } from "./runPlanCommand.ts";
import type { Command } from "./terminal.ts";

const USAGE =
  "chorale compare BRIEF [--creators FILE…] [--platform P] [--assumptions FILE] [--seconds N] [--passes N] [--seed N] [--json]";

/** One large creator against many small ones, at equal money. */
export const command: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const given = planArguments(args, USAGE);
    const { document } = await runPlanCommand({ ...given, out: null }, terminal);
    if (given.json) {
      const { status, currency, brief, madeOn, comparison, assumptions, warnings, seed, passes } = document;
      const printed = { status, currency, brief, madeOn, comparison, assumptions, warnings, seed, passes };
      terminal.print(JSON.stringify(withTexts(printed)));
    } else for (const line of comparisonText(document)) terminal.print(line);
    return 0;
  },
};
