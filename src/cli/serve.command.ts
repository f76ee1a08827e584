import { parseArgs } from "node:util";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import type { Command } from "./terminal.ts";

const USAGE = "chorale serve [--port 4680] [--data DIR]";
const OWN_ADDRESSES: readonly string[] = ["127.0.0.1", "localhost"];

/** Serves the pages and the API until it is told to stop. */
export const command: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const { port, data } = readArguments(args);
    const server = await terminal.serve(port, data);
    terminal.print(say("en", sentence("server.open", { address: server.address })));
    await server.closed;
    return 0;
  },
};

function readArguments(args: readonly string[]): { port: number; data: string | null } {
  const options = { port: { type: "string" }, data: { type: "string" }, host: { type: "string" } } as const;
  let values: { port?: string; data?: string; host?: string };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (caught) {
    throw new ChoraleError(
      "usage",
      sentence("error.usage", { reason: `${(caught as Error).message}; ${USAGE}` }),
    );
  }
  if (values.host !== undefined && !OWN_ADDRESSES.includes(values.host)) {
    const rule = sentence("server.addressRule");
    throw new ChoraleError("refused", sentence("server.address", { host: values.host }), "--host", [
      { at: "--host", rule, value: values.host },
    ]);
  }
  return { port: readPort(values.port ?? "4680"), data: values.data ?? null };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65536) return port;
  const rule = sentence("server.portRule");
  throw new ChoraleError("usage", sentence("server.port", { value: text }), "--port", [
    { at: "--port", rule, value: text },
  ]);
}
