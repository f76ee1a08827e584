import { once } from "node:events";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { ChoraleError } from "#core/errors";
import { harmlessCell } from "#core/harmlessCell";
import { sentence } from "#core/sentence";

/** The four columns that a rejects file adds to the original's; an import of a corrected one passes over them. */
export const REJECT_COLUMNS = ["reject_line", "reject_column", "reject_value", "reject_rule"] as const;

/**
 * Writes rejected rows as CSV that no spreadsheet runs, in UTF-8 with a byte order mark so that Excel shows Chinese. Made at the first row, as
 * `….partial` until it is closed, so that a run that dies leaves nothing that looks complete.
 */
export class RejectsFile {
  readonly path: string;
  #stream: WriteStream | null = null;
  #fault: unknown = null;

  constructor(path: string) {
    this.path = path;
  }

  /** Throws unavailable when the rejects folder cannot be written, a full disk among the reasons. */
  async add(columns: readonly string[], cells: readonly string[], reason: readonly string[]): Promise<void> {
    try {
      this.#stream ??= this.#open(columns);
      const row = [...columns.map((_, i) => cells[i] ?? ""), ...reason].map(harmlessCell);
      if (!this.#stream.write(csvLine(row))) await once(this.#stream, "drain");
    } catch (caught) {
      this.#fault = caught;
    }
    if (this.#fault !== null) throw this.#unwritable();
  }

  /** Finishes the file; answers its path, or null when no row was rejected. Throws unavailable as `add` does. */
  async close(): Promise<string | null> {
    if (!(await this.#end())) return null;
    if (this.#fault !== null) throw this.#unwritable();
    await rename(`${this.path}.partial`, this.path);
    return this.path;
  }

  async discard(): Promise<void> {
    if (await this.#end()) await rm(`${this.path}.partial`, { force: true });
  }

  #open(columns: readonly string[]): WriteStream {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const stream = createWriteStream(`${this.path}.partial`, { mode: 0o600 });
    stream.on("error", (caught) => {
      this.#fault ??= caught;
    });
    stream.write(`\uFEFF${csvLine([...columns.map(harmlessCell), ...REJECT_COLUMNS])}`);
    return stream;
  }

  async #end(): Promise<boolean> {
    const stream = this.#stream;
    if (stream === null) return false;
    if (!stream.closed) {
      const closed = new Promise((resolve) => stream.once("close", () => resolve(null)));
      stream.end();
      await closed;
    }
    return true;
  }

  #unwritable(): ChoraleError {
    const reason = this.#fault instanceof Error ? this.#fault.message : String(this.#fault);
    return new ChoraleError("unavailable", sentence("catalog.file.rejectsUnwritable", { reason }), this.path);
  }
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n\t;|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;
}
