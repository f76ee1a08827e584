import { parseArgs } from "node:util";
import { ChoraleError } from "#core/errors";
import { nearestOf } from "#core/nearest";
import { type Sentence, sentence } from "#core/sentence";

/** A flag of a command. Its line of help is `cli.flag.<does>`. */
export interface Flag {
  /** What its value is called in the help; null for a switch. */
  readonly takes: string | null;
  readonly does: string;
  /** `--creators A B --creators C` names three. */
  readonly many?: true;
}
export type Flags = Readonly<Record<string, Flag>>;

/** What every command takes. */
export const EVERYWHERE = {
  workspace: { takes: "NAME", does: "workspace" },
  json: { takes: null, does: "json" },
} as const satisfies Flags;

type ValueOf<F extends Flag> = F extends { readonly many: true }
  ? readonly string[]
  : F["takes"] extends string
    ? string
    : true;

export interface Given<F extends Flags> {
  readonly positionals: readonly string[];
  readonly values: { readonly [K in keyof F]?: ValueOf<F[K]> } & {
    readonly [K in keyof typeof EVERYWHERE]?: ValueOf<(typeof EVERYWHERE)[K]>;
  };
}

/** Reads a command's arguments by its flags. Throws usage, naming the flag and the nearest one that exists. */
export function readFlags<F extends Flags>(command: string, args: readonly string[], flags: F): Given<F> {
  const known: Flags = { ...flags, ...EVERYWHERE };
  const { positionals, tokens } = parseArgs({
    args: spreadMany(args, known),
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { takes }]) => [
        name,
        { type: takes === null ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
  });
  const values: Record<string, string | string[] | true> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const flag = token.rawName.startsWith("--") ? known[token.name] : undefined;
    if (flag === undefined) throw misuse(command, unknownFlag(token.rawName, Object.keys(known)));
    const value = readValue(command, token.name, flag, token);
    const before = values[token.name];
    if (!flag.many || value === true) values[token.name] = value;
    else values[token.name] = [...(Array.isArray(before) ? before : []), value];
  }
  return { positionals, values: values as Given<F>["values"] };
}

// parseArgs takes one value a flag; DOORS lets a flag of many name several files behind it.
function spreadMany(args: readonly string[], known: Flags): string[] {
  const spread: string[] = [];
  let open: string | null = null;
  let taken = 0;
  for (const arg of args) {
    if (arg.startsWith("-")) {
      open = known[arg.slice(2)]?.many ? arg : null;
      taken = 0;
    } else if (open !== null && taken++ > 0) spread.push(open);
    spread.push(arg);
  }
  return spread;
}

function readValue(
  command: string,
  name: string,
  { takes }: Flag,
  { inlineValue, value }: { readonly inlineValue?: boolean | undefined; readonly value?: string | undefined },
): string | true {
  if (takes === null) {
    if (value === undefined) return true;
    throw misuse(command, sentence("cli.usage.noValue", { flag: `--${name}`, value }));
  }
  const swallowed = inlineValue !== true && value?.startsWith("--");
  if (value !== undefined && value !== "" && !swallowed) return value;
  throw misuse(command, sentence("cli.usage.value", { flag: `--${name}`, takes }));
}

function unknownFlag(flag: string, known: readonly string[]): Sentence {
  const nearest = nearestOf(flag.replace(/^-+/, ""), known);
  return nearest === null
    ? sentence("cli.usage.unknownFlag", { flag })
    : sentence("cli.usage.unknownFlagNear", { flag, nearest: `--${nearest}` });
}

/** A number of at least `min`, up to what can be counted exactly. Throws usage with the rule. */
export function numberFlag(
  command: string,
  flag: string,
  text: string,
  { min, whole }: { readonly min: number; readonly whole: boolean },
): number {
  const value = Number(text);
  const inRange = value >= min && value <= Number.MAX_SAFE_INTEGER;
  if (text.trim() !== "" && inRange && (!whole || Number.isInteger(value))) return value;
  throw misuse(
    command,
    sentence(whole ? "cli.usage.wholeNumber" : "cli.usage.number", { flag, value: text, min }),
  );
}

/** Wrong usage of a command: exit code 2, one line that starts with its name. */
export function misuse(command: string, words: Sentence): ChoraleError {
  return new ChoraleError("usage", words, command);
}

/** The command was given too few or too many arguments. */
export function wrongArguments(command: string, takes: string): ChoraleError {
  return misuse(command, sentence("cli.usage.arguments", { command, takes }));
}
