import { parseArgs } from "node:util";
import { writeDemo } from "#app/writeDemo";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import type { Command, Terminal } from "./terminal.ts";

const USAGE = "chorale demo --out FOLDER [--json]";

/** The demo market: written to a folder as files to plan with. */
export const command: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const { out, json } = readArguments(args);
    await writeTo(out, json, terminal);
    return 0;
  },
};

async function writeTo(folder: string, json: boolean, terminal: Terminal): Promise<void> {
  const written = await writeDemo(folder, dayOf(terminal.now().getTime()));
  if (json) {
    terminal.print(JSON.stringify(written));
    return;
  }
  const [catalog = "", , brief = ""] = written.files;
  const { creators, posts } = written;
  terminal.print(
    say("en", sentence("brief.demo.written", { creators, posts, folder: written.folder, catalog, brief })),
  );
}

function readArguments(args: readonly string[]): { out: string; json: boolean } {
  const options = { out: { type: "string" }, json: { type: "boolean" } } as const;
  const usage = (reason: string) =>
    new ChoraleError("usage", sentence("error.usage", { reason: `${reason}; ${USAGE}` }));
  let values: { out?: string; json?: boolean };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (caught) {
    throw usage((caught as Error).message);
  }
  if (values.out === undefined || values.out === "") throw usage("--out is missing");
  return { out: values.out, json: values.json ?? false };
}
