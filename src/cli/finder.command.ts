import { finderOfFile } from "#app/makeFinder";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { readFlags, wrongArguments } from "./flags.ts";
import type { Command } from "./terminal.ts";

const TAKES = "BRIEF.yaml";

/** Where to look for creators by hand, for a brief. */
export const command: Command = {
  takes: TAKES,
  flags: {},
  async run(args, terminal) {
    const { positionals, values } = readFlags("finder", args, {});
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw wrongArguments("finder", TAKES);
    const { name, sheet } = await finderOfFile(path, dayOf(terminal.now().getTime()));
    if (values.json === true) {
      terminal.print(JSON.stringify({ name, ...sheet }));
      return 0;
    }
    const print = (key: string, filled = {}) => terminal.print(say("en", sentence(`finder.${key}`, filled)));
    print("own.title");
    for (const own of ["customers", "followers", "tagged"]) print(`own.${own}`);
    for (const { names, policy, band, searches } of sheet.platforms) {
      terminal.print("");
      terminal.print(names.en);
      if (band === null) print("band.none", { policy });
      else if (band.below === null) print("band.from", { ...band, policy });
      else print("band.between", { ...band, policy });
      for (const { kind, word, address } of searches)
        terminal.print(`  ${kind === "hashtag" ? "#" : ""}${word}  ${address}`);
    }
    terminal.print("");
    print("fetchesNothing");
    return 0;
  },
};
