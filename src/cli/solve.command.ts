import { parseArgs } from "node:util";
import { solveInstance } from "#app/solveInstance";
import { ChoraleError } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { say } from "#i18n/say";
import type { Command } from "./terminal.ts";

const USAGE = "chorale solve INSTANCE.ndjson [--seconds N] [--passes N] [--seed N] [--json]";
const SECONDS_DEFAULT = 5;
const monotonicSeconds = () => performance.now() / 1000;

export const command: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const { file, json, options } = readArguments(args);
    const solution = await solveInstance(file, options, monotonicSeconds);
    if (json) terminal.print(JSON.stringify(solution));
    else for (const line of summaryOf(solution)) terminal.print(say("en", line));
    return 0;
  },
};

function readArguments(args: readonly string[]) {
  const { positionals, values } = parse(args);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw usage(USAGE);
  const passesMax = values.passes === undefined ? null : number("--passes", values.passes, 0, true);
  // Passes alone decide the bytes, so they are not cut short by a clock that nobody set.
  const secondsDefault = passesMax === null ? SECONDS_DEFAULT : Number.POSITIVE_INFINITY;
  const secondsMax =
    values.seconds === undefined ? secondsDefault : number("--seconds", values.seconds, 0, false);
  const seed = values.seed === undefined ? 1 : number("--seed", values.seed, 0, true);
  return { file, json: values.json === true, options: { passesMax, secondsMax, seed } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seconds: { type: "string" },
        passes: { type: "string" },
        seed: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (caught) {
    throw usage(caught instanceof Error ? caught.message : String(caught));
  }
}

function number(flag: string, text: string, min: number, whole: boolean): number {
  const value = Number(text);
  if (
    text.trim() !== "" &&
    value >= min &&
    value <= Number.MAX_SAFE_INTEGER &&
    (!whole || Number.isInteger(value))
  )
    return value;
  const key = whole ? "solver.usage.wholeNumber" : "solver.usage.number";
  throw new ChoraleError("usage", sentence(key, { flag, value: text, min }));
}

function usage(reason: string): ChoraleError {
  return new ChoraleError("usage", sentence("error.usage", { reason }));
}

function summaryOf(solution: Solution): Sentence[] {
  const { chosen, conflict, cost, gap, passes, seconds, status, upperBound, value } = solution;
  const work = sentence("solver.solve.work", { passes, seconds });
  if (status === "infeasible")
    return [sentence("solver.solve.infeasible", { rows: (conflict ?? []).join(", ") }), work];
  if (status === "no-plan") return [sentence("solver.solve.noPlan"), work];
  return [
    sentence(`solver.solve.${status}`, { count: chosen.length, cost, value, upperBound, gap }),
    ...chosen.map((id) => sentence("solver.solve.item", { id })),
    work,
  ];
}
