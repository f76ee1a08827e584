import { COMMANDS } from "#cli/commands";
import { reportError } from "#cli/report";
import type { Terminal } from "#cli/terminal";
import { readConfig } from "#config";

/** Composition root: the only file that knows all rooms. */
const terminal: Terminal = {
  config: readConfig(),
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  redraw: (text) => void process.stderr.write(`\r\u001b[2K${text}`),
  interactive: process.stderr.isTTY === true,
  async openHouse(workspace) {
    const { openHouses } = await import("#app/openHouses");
    const houses = await openHouses(terminal.config, terminal.now);
    try {
      return { ...(await houses.openOrMake(workspace)), close: houses.close };
    } catch (caught) {
      await houses.close();
      throw caught;
    }
  },
  async serve(port, dataDir) {
    const [{ openHouses }, { startServer }] = await Promise.all([
      import("#app/openHouses"),
      import("#api/startServer"),
    ]);
    const houses = await openHouses(readConfig(dataDir), terminal.now);
    try {
      const server = await startServer(houses, port);
      const closed = toldToStop()
        .then(() => server.close())
        .then(() => houses.close());
      return { address: server.address, closed };
    } catch (caught) {
      await houses.close();
      throw caught;
    }
  },
  now: () => new Date(),
};

/** The first signal ends in good order, a second one at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

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
