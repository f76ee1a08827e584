import { listHistory } from "#app/listHistory";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { misuse, readFlags } from "./flags.ts";
import type { Command } from "./terminal.ts";

/** What was done in a workspace, with the ids that `undo` takes. */
export const command: Command = {
  takes: "",
  flags: {},
  async run(args, terminal) {
    const { positionals, values } = readFlags("history", args, {});
    if (positionals[0] !== undefined)
      throw misuse("history", sentence("cli.usage.noArguments", { value: positionals[0] }));
    const house = await terminal.openHouse(values.workspace ?? "main");
    const events = await listHistory(house).finally(() => house.close());
    if (values.json === true) {
      terminal.print(JSON.stringify({ events }));
      return 0;
    }
    if (events.length === 0) terminal.print(say("en", sentence("history.none")));
    for (const { id, at, says, isUndone } of events) {
      const undone = isUndone ? ` (${say("en", sentence("history.isUndone"))})` : "";
      terminal.print(`${id}  ${at.toISOString().slice(0, 16)}Z  ${say("en", says)}${undone}`);
    }
    return 0;
  },
};
