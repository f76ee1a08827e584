import type { Command } from "./terminal.ts";

/**
 * Loaded only when called: `solve` starts without the web server, `serve` without the spreadsheet reader. In the order
 * of the work; what each does is said in `cli.command.<name>`.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import("./import.command.ts")).command,
  find: async () => (await import("./find.command.ts")).command,
  template: async () => (await import("./template.command.ts")).command,
  finder: async () => (await import("./finder.command.ts")).command,
  plan: async () => (await import("./plan.command.ts")).command,
  compare: async () => (await import("./compare.command.ts")).command,
  judge: async () => (await import("./judge.command.ts")).command,
  solve: async () => (await import("./solve.command.ts")).command,
  certify: async () => (await import("./certify.command.ts")).command,
  history: async () => (await import("./history.command.ts")).command,
  undo: async () => (await import("./undo.command.ts")).command,
  serve: async () => (await import("./serve.command.ts")).command,
  demo: async () => (await import("./demo.command.ts")).command,
};
