import { solveInstance } from "#app/solveInstance";
import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { rowWords } from "#core/solver/rowWords";
import { say } from "#i18n/say";
import { readFlags, wrongArguments } from "./flags.ts";
import { SEARCH_FLAGS, searchOptions } from "./searchFlags.ts";
import type { Command } from "./terminal.ts";

const TAKES = "INSTANCE.ndjson";
const monotonicSeconds = () => performance.now() / 1000;

export const command: Command = {
  takes: TAKES,
  flags: SEARCH_FLAGS,
  async run(args, terminal) {
    const { file, json, options } = readArguments(args);
    const { instance, solution } = await solveInstance(file, options, monotonicSeconds);
    if (json) terminal.print(JSON.stringify(solution));
    else for (const line of summaryOf(solution, instance)) terminal.print(say("en", line));
    return 0;
  },
};

function readArguments(args: readonly string[]) {
  const { positionals, values } = readFlags("solve", args, SEARCH_FLAGS);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw wrongArguments("solve", TAKES);
  // A proven infeasible instance reports 0 passes, and a rerun with what was reported must do.
  return { file, json: values.json === true, options: searchOptions("solve", values, { passesMin: 0 }) };
}

function summaryOf(solution: Solution, instance: Instance): Sentence[] {
  const { chosen, conflict, cost, gap, passes, seconds, status, upperBound, value } = solution;
  const work = sentence("solver.solve.work", { passes, seconds });
  if (status === "infeasible")
    return [sentence("solver.solve.infeasible", { rows: rowWords(conflict ?? [], instance) }), work];
  if (status === "no-plan") return [sentence("solver.solve.noPlan"), work];
  return [
    sentence(`solver.solve.${status}`, { count: chosen.length, cost, value, upperBound, gap }),
    ...chosen.map((id) => sentence("solver.solve.item", { id })),
    work,
  ];
}
