import { countCreators } from "#app/countCreators";
import { planDemo } from "#app/planDemo";
import { writeDemo } from "#app/writeDemo";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { withTexts } from "#i18n/withTexts";
import { type Flags, misuse, readFlags } from "./flags.ts";
import type { Command, Terminal } from "./terminal.ts";

const FLAGS = { out: { takes: "FOLDER", does: "demoOut" } } as const satisfies Flags;

/** The demo market: loaded into its workspace with a plan, or written to a folder as files to plan with. */
export const command: Command = {
  takes: "",
  flags: FLAGS,
  async run(args, terminal) {
    const { out, workspace, json } = readArguments(args);
    if (out === null) await load(workspace, json, terminal);
    else await writeTo(out, json, terminal);
    return 0;
  },
};

async function load(workspace: string, json: boolean, terminal: Terminal): Promise<void> {
  const house = await terminal.openHouse(workspace, "or-make");
  try {
    const { isNew, briefs, plan } = await planDemo(
      house,
      (rule) => say("en", rule),
      ({ step }) => {
        if (terminal.interactive) terminal.redraw(say("en", sentence(`plan.step.${step}`)));
      },
    );
    if (terminal.interactive) terminal.redraw("");
    const total = await countCreators(house);
    const named = briefs.map(({ id, name }) => ({ id, name }));
    if (json) {
      const { id, head } = plan;
      const document = { workspace, isNew, creators: total, briefs: named, plan: { id, head } };
      terminal.print(JSON.stringify(withTexts(document)));
      return;
    }
    terminal.print(
      say("en", sentence("brief.demo.loaded", { workspace, creators: total, briefs: briefs.length })),
    );
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
  const { positionals, values } = readFlags("demo", args, FLAGS);
  if (positionals.length > 0)
    throw misuse("demo", sentence("cli.usage.noArguments", { value: positionals[0] ?? "" }));
  return { out: values.out ?? null, workspace: values.workspace ?? "demo", json: values.json === true };
}
