import type { House } from "#app/house";
import type { Config } from "#config";
import type { Flags } from "./flags.ts";

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
  /** How wide stdout is where it is a screen; nothing is wrapped for a file or a pipe. */
  readonly columns: number;
  /**
   * Opens the database of a workspace, starting the embedded PostgreSQL when none is live. A workspace that is not there
   * is made when told to, and stays when something has come into it.
   */
  openHouse(workspace: string, orMake?: "or-make"): Promise<House>;
  /** Serves pages and API on 127.0.0.1, that workspace made when it is not there; `closed` resolves when a signal has ended it. */
  serve(
    port: number,
    dataDir: string | null,
    workspace: string,
  ): Promise<{ readonly address: string; readonly closed: Promise<void> }>;
  readonly now: () => Date;
}

/** A command of `bin/chorale`: reads its own arguments and answers with an exit code of DOORS. */
export interface Command {
  /** What stands behind the command, as in "INSTANCE SOLUTION"; "" where nothing does. */
  readonly takes: string;
  readonly flags: Flags;
  run(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2 | 3>;
}
