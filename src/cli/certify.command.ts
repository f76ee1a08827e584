import { parseArgs } from "node:util";
import { certifySolution } from "#app/certifySolution";
import type { Verdict } from "#core/certify/certify";
import { ChoraleError } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";
import { say, withText } from "#i18n/say";
import type { Command } from "./terminal.ts";

const USAGE = "chorale certify INSTANCE.ndjson SOLUTION.json [--json]";

export const command: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const { instance, json, solution } = readArguments(args);
    const verdict = await certifySolution(instance, solution);
    if (json) terminal.print(JSON.stringify({ ...verdict, problems: verdict.problems.map(withText) }));
    else for (const line of summaryOf(verdict)) terminal.print(say("en", line));
    if (verdict.valid) return 0;
    terminal.note(
      `chorale: ${solution}: ${say("en", sentence("solver.certify.invalid", { problems: verdict.problems }))}`,
    );
    return 1;
  },
};

function readArguments(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" } },
    });
    const [instance, solution] = positionals;
    if (instance !== undefined && solution !== undefined && positionals.length === 2)
      return { instance, solution, json: values.json === true };
  } catch (caught) {
    throw usage(caught instanceof Error ? caught.message : String(caught));
  }
  throw usage(USAGE);
}

function usage(reason: string): ChoraleError {
  return new ChoraleError("usage", sentence("error.usage", { reason }));
}

function summaryOf({ gap, problems, upperBound, valid, value }: Verdict): Sentence[] {
  if (!valid) return [sentence("solver.certify.refused"), ...problems];
  return upperBound === null
    ? [sentence("solver.certify.validWithoutPlan")]
    : [sentence("solver.certify.valid", { value, upperBound, gap })];
}
