import type { Command } from "./terminal.ts";

/** Loaded only when called: `solve` starts without the web server, `serve` without the spreadsheet reader. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve.command.ts")).command,
};
