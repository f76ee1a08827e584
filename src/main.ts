import { answerHelp, findCommand } from "#cli/help";
import { reportError } from "#cli/report";
import type { Terminal } from "#cli/terminal";
import { readConfig } from "#config";

/** Whether an unfinished line stands on the screen. */
let drawn = false;

/** Composition root: the only file that knows all rooms. */
const terminal: Terminal = {
  config: readConfig(),
  print: (text) => void process.stdout.write(`${text}\n`),
  note(text) {
    terminal.redraw("");
    process.stderr.write(`${text}\n`);
  },
  redraw(text) {
    // Escapes mean nothing to a log, and an empty line need not be wiped.
    if (terminal.interactive && (text !== "" || drawn)) process.stderr.write(`\r\u001b[2K${text}`);
    drawn = text !== "";
  },
  columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
  interactive: process.stderr.isTTY === true,
  async openHouse(workspace, orMake) {
    const { openHouses } = await import("#app/openHouses");
    const houses = await openHouses(terminal.config, terminal.now);
    try {
      const house = await (orMake ? houses.openOrMake(workspace) : houses.open(workspace));
      return { ...house, close: () => house.close().finally(houses.close) };
    } catch (caught) {
      await houses.close();
      throw caught;
    }
  },
  async serve(port, dataDir, workspace) {
    const [{ openHouses }, { startServer }] = await Promise.all([
      import("#app/openHouses"),
      import("#api/startServer"),
    ]);
    const houses = await openHouses(readConfig(dataDir), terminal.now);
    try {
      await houses.openOrMake(workspace);
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

// Who reads no further (`chorale plan … | head`) has what they wanted; the command still ends in good order.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code !== "EPIPE") throw fault;
  });

const argv = process.argv.slice(2);
try {
  const answered = await answerHelp(argv, terminal);
  const [name = "", ...args] = argv;
  process.exitCode = answered ?? (await (await findCommand(name)()).run(args, terminal));
} catch (caught) {
  process.exitCode = reportError(caught, argv.includes("--json"), terminal);
}
