import { parseArgs } from "node:util";
import { listCreators } from "#app/listCreators";
import { planDemo } from "#app/planDemo";
import { writeDemo } from "#app/writeDemo";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { withTexts } from "#i18n/withTexts";
import type { Command, Terminal } from "./terminal.ts";

const USAGE = "chorale demo [--workspace demo] [--json] | chorale demo --out FOLDER [--json]";

/** The demo market: loaded into its workspace with a plan, or written to a folder as files to plan with. */
export const command: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const { out, workspace, json } = readArguments(args);
    if (out === null) await load(workspace, json, terminal);
    else await writeTo(out, json, terminal);
    return 0;
  },
};

async function load(workspace: string, json: boolean, terminal: Terminal): Promise<void> {
  const house = await terminal.openHouse(workspace);
  try {
    const { isNew, briefs, plan } = await planDemo(
      house,
      (rule) => say("en", rule),
      ({ step }) => {
        if (terminal.interactive) terminal.redraw(say("en", sentence(`plan.step.${step}`)));
      },
    );
    if (terminal.interactive) terminal.redraw("");
    const everyone = {
      query: "",
      platform: "",
      followersFrom: null,
      followersBelow: null,
      offset: 0,
      limit: 1,
    };
    const { total } = await listCreators(house, everyone);
    const named = briefs.map(({ id, name }) => ({ id, name }));
    if (json) {
      const { id, head } = plan;
      const document = { workspace, isNew, creators: total, briefs: named, plan: { id, head } };
      terminal.print(JSON.stringify(withTexts(document)));
      return;
    }
    terminal.print(say("en", sentence("brief.demo.loaded", { creators: total, briefs: briefs.length })));
    terminal.print(say("en", plan.head));
  } finally {
    await house.close();
  }
}

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

function readArguments(args: readonly string[]): { out: string | null; workspace: string; json: boolean } {
  const options = {
    out: { type: "string" },
    workspace: { type: "string" },
    json: { type: "boolean" },
  } as const;
  const usage = (reason: string) =>
    new ChoraleError("usage", sentence("error.usage", { reason: `${reason}; ${USAGE}` }));
  let values: { out?: string; workspace?: string; json?: boolean };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (caught) {
    throw usage((caught as Error).message);
  }
  if (values.out === "") throw usage("--out is empty");
  return { out: values.out ?? null, workspace: values.workspace ?? "demo", json: values.json ?? false };
}
