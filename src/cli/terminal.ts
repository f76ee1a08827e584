import type { House } from "#app/house";
import type { Config } from "#config";

/** What a command may touch of the world outside; main.ts hands it in. */
export interface Terminal {
  readonly config: Config;
  /** One line to stdout: documents and results. */
  print(text: string): void;
  /** One line to stderr: progress, warnings, what went wrong. */
  note(text: string): void;
  /** Replaces the line that stderr stands in, without ending it: a progress bar. "" wipes it. */
  redraw(text: string): void;
  /** True when stderr is a screen, so that a progress bar may redraw itself. */
  readonly interactive: boolean;
  /** Opens the database of a workspace, starting the embedded PostgreSQL when none is live. */
  openHouse(workspace: string): Promise<House>;
  /** Serves pages and API on 127.0.0.1; `closed` resolves when a signal has ended it. */
  serve(
    port: number,
    dataDir: string | null,
  ): Promise<{ readonly address: string; readonly closed: Promise<void> }>;
  readonly now: () => Date;
}

/** A command of `bin/chorale`: reads its own arguments and answers with an exit code of DOORS. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2 | 3>;
}
