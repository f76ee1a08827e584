import type { House } from "#app/house";
import { listHistory } from "#app/listHistory";
import { type Undone, undoEvent } from "#app/undoEvent";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { readFlags, wrongArguments } from "./flags.ts";
import type { Command } from "./terminal.ts";

const TAKES = "[EVENT]";

/** Undoes a step; without one the newest that stands, so that calling it again goes one step further back. */
export const command: Command = {
  takes: TAKES,
  flags: {},
  async run(args, terminal) {
    const { positionals, values } = readFlags("undo", args, {});
    if (positionals.length > 1) throw wrongArguments("undo", TAKES);
    const house = await terminal.openHouse(values.workspace ?? "main");
    const { eventId, verb, what } = await undoNewest(house, positionals[0]).finally(() => house.close());
    const text = say("en", sentence(`history.${verb}`, { what: [what] }));
    terminal.print(values.json === true ? JSON.stringify({ eventId, verb, what, text }) : text);
    return 0;
  },
};

async function undoNewest(house: House, named: string | undefined): Promise<Undone> {
  const id = named ?? (await listHistory(house, { limit: 1000 })).find(({ action }) => action === "undo")?.id;
  if (id === undefined) throw new ChoraleError("refused", sentence("history.nothing"));
  return undoEvent(house, id, "user");
}
