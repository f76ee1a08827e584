import { once } from "node:events";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** The four columns that a rejects file adds to the original's; an import of a corrected one passes over them. */
export const REJECT_COLUMNS = ["reject_line", "reject_column", "reject_value", "reject_rule"] as const;

/**
 * Writes rejected rows as CSV, in UTF-8 with a byte order mark so that Excel shows Chinese. Made at the first row, as
 * `….partial` until it is closed, so that a run that dies leaves nothing that looks complete.
 */
export class RejectsFile {
  readonly path: string;
  #stream: WriteStream | null = null;

  constructor(path: string) {
    this.path = path;
  }

  async add(columns: readonly string[], cells: readonly string[], reason: readonly string[]): Promise<void> {
    if (this.#stream === null) {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      this.#stream = createWriteStream(`${this.path}.partial`, { mode: 0o600 });
      this.#stream.write(`\uFEFF${csvLine([...columns, ...REJECT_COLUMNS])}`);
    }
    const row = columns.map((_, i) => cells[i] ?? "");
    if (!this.#stream.write(csvLine([...row, ...reason]))) await once(this.#stream, "drain");
  }

  /** Finishes the file; answers its path, or null when no row was rejected. */
  async close(): Promise<string | null> {
    if (!(await this.#end())) return null;
    await rename(`${this.path}.partial`, this.path);
    return this.path;
  }

  async discard(): Promise<void> {
    if (await this.#end()) await rm(`${this.path}.partial`, { force: true });
  }

  async #end(): Promise<boolean> {
    if (this.#stream === null) return false;
    const closed = this.#stream.closed ? null : once(this.#stream, "close");
    this.#stream.end();
    await closed;
    return true;
  }
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n\t;|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;
}
