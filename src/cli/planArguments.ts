import { parseArgs } from "node:util";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

export interface PlanArguments {
  readonly brief: string;
  readonly creators: readonly string[];
  readonly platform: string | null;
  readonly assumptions: string | null;
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly seed: number;
  readonly json: boolean;
  readonly out: string | null;
  readonly workspace: string;
}

const SECONDS_DEFAULT = 5;

/** Reads the arguments that `plan` and `compare` share. `--creators A B --creators C` names three files. */
export function planArguments(args: readonly string[], usage: string): PlanArguments {
  const { positionals, values } = parse(spreadCreators(args), usage);
  const [brief] = positionals;
  if (brief === undefined || positionals.length > 1) throw refused(usage);
  const passesMax = values.passes === undefined ? null : number("--passes", values.passes, 1, true);
  // Passes alone decide the bytes, so they are not cut short by a clock that nobody set.
  const secondsDefault = passesMax === null ? SECONDS_DEFAULT : Number.MAX_SAFE_INTEGER;
  return {
    brief,
    creators: values.creators ?? [],
    platform: values.platform ?? null,
    assumptions: values.assumptions ?? null,
    secondsMax: values.seconds === undefined ? secondsDefault : number("--seconds", values.seconds, 0, false),
    passesMax,
    seed: values.seed === undefined ? 1 : number("--seed", values.seed, 0, true),
    json: values.json === true,
    out: values.out ?? null,
    workspace: values.workspace ?? "main",
  };
}

// "--creators a.json b.csv" is the form of DOORS; parseArgs takes one value a flag.
function spreadCreators(args: readonly string[]): string[] {
  const spread: string[] = [];
  let files = false;
  for (const arg of args) {
    if (arg.startsWith("--")) files = arg === "--creators";
    else if (files) spread.push("--creators");
    if (!(files && arg === "--creators")) spread.push(arg);
  }
  return spread;
}

function parse(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        creators: { type: "string", multiple: true },
        platform: { type: "string" },
        assumptions: { type: "string" },
        seconds: { type: "string" },
        passes: { type: "string" },
        seed: { type: "string" },
        json: { type: "boolean" },
        out: { type: "string" },
        workspace: { type: "string" },
      },
    });
  } catch (caught) {
    throw refused(`${caught instanceof Error ? caught.message : String(caught)}; ${usage}`);
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
  throw refused(`${flag} ${text}: ${whole ? "a whole number" : "a number"} of at least ${min}`);
}

function refused(reason: string): ChoraleError {
  return new ChoraleError("usage", sentence("error.usage", { reason }));
}
