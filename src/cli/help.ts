import { readFileSync } from "node:fs";
import { nearestOf } from "#core/nearest";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { COMMANDS } from "./commands.ts";
import { EVERYWHERE, type Flags, misuse } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

const word = (key: string, values = {}) => say("en", sentence(`cli.${key}`, values));

/** What `chorale --help` prints: every command on a line of its own. */
export function overview(): readonly string[] {
  return [
    word("what"),
    "",
    word("usage.line", { form: "COMMAND [ARGUMENTS]" }),
    "",
    ...indented(Object.keys(COMMANDS).map((name) => [name, word(`command.${name}`)])),
    "",
    ...indented([
      ["COMMAND --help", word("ask.command")],
      ["--version", word("ask.version")],
    ]),
  ];
}

/** What `chorale COMMAND --help` prints. */
export function manualOf(name: string, takes: string, flags: Flags): readonly string[] {
  const all: Flags = { ...flags, ...EVERYWHERE };
  const rows = Object.entries(all).map(([flag, { takes, does, many }]): [string, string] => [
    `--${flag}${takes === null ? "" : ` ${takes}${many ? "…" : ""}`}`,
    word(`flag.${does}`),
  ]);
  return [
    word("usage.line", { form: [name, takes, "[FLAGS]"].filter(Boolean).join(" ") }),
    "",
    word(`command.${name}`),
    "",
    ...indented(rows),
  ];
}

/** Answers `chorale`, `help`, `--help` and `--version`, and `COMMAND --help`; null where a command is to run. */
export async function answerHelp(argv: readonly string[], terminal: Terminal): Promise<0 | null> {
  const [first = "help", ...rest] = argv;
  if (first === "--version") return print([version()], terminal);
  const asksFirst = ["help", "--help", "-h"].includes(first);
  const name = asksFirst ? rest.find((arg) => !arg.startsWith("-")) : first;
  if (name === undefined) return print(overview(), terminal);
  const end = rest.indexOf("--");
  const asks = rest.slice(0, end < 0 ? rest.length : end).some((arg) => arg === "--help" || arg === "-h");
  if (!asksFirst && !asks) return null;
  const { flags, takes } = await findCommand(name)();
  return print(manualOf(name, takes, flags), terminal);
}

/** The command of that name. Throws usage, with the nearest name that exists. */
export function findCommand(name: string) {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return load;
  const nearest = nearestOf(name, Object.keys(COMMANDS));
  throw misuse(
    name,
    nearest === null ? sentence("cli.usage.unknown") : sentence("cli.usage.unknownNear", { nearest }),
  );
}

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return `chorale ${(JSON.parse(manifest) as { readonly version: string }).version}`;
}

function print(lines: readonly string[], terminal: Terminal): 0 {
  for (const line of lines) terminal.print(line);
  return 0;
}

function indented(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
