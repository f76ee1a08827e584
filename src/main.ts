import { COMMANDS } from "#cli/commands";
import { reportError } from "#cli/report";
import type { Terminal } from "#cli/terminal";
import { readConfig } from "#config";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/** Composition root: the only file that knows all rooms. */
const terminal: Terminal = {
  config: readConfig(),
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
  openHouse: () =>
    Promise.reject(new ChoraleError("unavailable", sentence("error.internal", { reason: "storage" }))),
  now: () => new Date(),
};

const [name = "help", ...args] = process.argv.slice(2);
const load = COMMANDS[name];
if (load) {
  try {
    process.exitCode = await (await load()).run(args, terminal);
  } catch (caught) {
    process.exitCode = reportError(caught, args.includes("--json"), terminal);
  }
} else {
  const known = Object.keys(COMMANDS).sort().join(" | ");
  terminal.note(`usage: chorale ${known}\n       chorale COMMAND --help`);
  process.exitCode = name === "help" || name === "--help" ? 0 : 2;
}
