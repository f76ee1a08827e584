import { certifySolution } from "#app/certifySolution";
import type { Verdict } from "#core/certify/certify";
import { type Sentence, sentence } from "#core/sentence";
import { say, withText } from "#i18n/say";
import { readFlags, wrongArguments } from "./flags.ts";
import type { Command } from "./terminal.ts";

/** Problems named on a line of errors, and below one another; `--json` has all of them. */
const NOTED_MAX = 3;
const LISTED_MAX = 10;
const TAKES = "INSTANCE.ndjson SOLUTION.json";

export const command: Command = {
  takes: TAKES,
  flags: {},
  async run(args, terminal) {
    const { instance, json, solution } = readArguments(args);
    const verdict = await certifySolution(instance, solution);
    if (json) terminal.print(JSON.stringify({ ...verdict, problems: verdict.problems.map(withText) }));
    else for (const line of summaryOf(verdict)) terminal.print(say("en", line));
    if (verdict.valid) return 0;
    terminal.note(
      `chorale: ${solution}: ${say("en", sentence("solver.certify.invalid", { problems: first(verdict.problems, NOTED_MAX) }))}`,
    );
    return 1;
  },
};

function readArguments(args: readonly string[]) {
  const { positionals, values } = readFlags("certify", args, {});
  const [instance, solution] = positionals;
  if (instance === undefined || solution === undefined || positionals.length > 2)
    throw wrongArguments("certify", TAKES);
  return { instance, solution, json: values.json === true };
}

function summaryOf({ gap, irreducible, problems, upperBound, valid, value }: Verdict): Sentence[] {
  if (!valid) return [sentence("solver.certify.refused"), ...first(problems, LISTED_MAX)];
  return upperBound === null
    ? [sentence("solver.certify.validWithoutPlan"), ...rowsNeeded(irreducible)]
    : [sentence("solver.certify.valid", { value, upperBound, gap })];
}

/** One altered figure of an instance can contradict every line of a plan. */
function first(problems: readonly Sentence[], most: number): readonly Sentence[] {
  const count = problems.length - most;
  return count <= 0 ? problems : [...problems.slice(0, most), sentence("solver.certify.more", { count })];
}

function rowsNeeded(irreducible: boolean | null): Sentence[] {
  return irreducible === null
    ? []
    : [sentence(`solver.certify.${irreducible ? "rowsNeeded" : "rowsTooMany"}`)];
}
