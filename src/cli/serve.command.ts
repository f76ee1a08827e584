import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { type Flags, misuse, readFlags } from "./flags.ts";
import type { Command } from "./terminal.ts";

const FLAGS = {
  port: { takes: "N", does: "port" },
  data: { takes: "DIR", does: "data" },
  host: { takes: "ADDRESS", does: "host" },
} as const satisfies Flags;
const OWN_ADDRESSES: readonly string[] = ["127.0.0.1", "localhost"];

/** Serves the pages and the API until it is told to stop. */
export const command: Command = {
  takes: "",
  flags: FLAGS,
  async run(args, terminal) {
    const { port, data, json, workspace } = readArguments(args);
    const server = await terminal.serve(port, data, workspace ?? "main");
    const address = workspace === null ? server.address : `${server.address}/${workspace}/sense`;
    terminal.print(json ? JSON.stringify({ address }) : say("en", sentence("server.open", { address })));
    await server.closed;
    return 0;
  },
};

function readArguments(args: readonly string[]) {
  const { positionals, values } = readFlags("serve", args, FLAGS);
  if (positionals.length > 0)
    throw misuse("serve", sentence("cli.usage.noArguments", { value: positionals[0] ?? "" }));
  if (values.host !== undefined && !OWN_ADDRESSES.includes(values.host)) {
    const rule = sentence("server.addressRule");
    throw new ChoraleError("refused", sentence("server.address", { host: values.host }), "--host", [
      { at: "--host", rule, value: values.host },
    ]);
  }
  return {
    port: readPort(values.port ?? "4680"),
    data: values.data ?? null,
    json: values.json === true,
    workspace: values.workspace ?? null,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65536) return port;
  const rule = sentence("server.portRule");
  throw new ChoraleError("usage", sentence("server.port", { value: text }), "--port", [
    { at: "--port", rule, value: text },
  ]);
}
