import { type Sentence, sentence } from "#core/sentence";
import type { CatalogRow } from "./catalogRow.ts";

/** Cells of one column that were left out of otherwise acceptable rows for one reason; or lines and sheets that were. */
export interface TalliedNote {
  readonly column: string;
  readonly rule: Sentence;
  readonly rows: number;
  readonly firstLine: number;
}

/** Counts what was left out of the accepted rows of a file, by column and reason. */
export class NoteTally {
  readonly #notes = new Map<string, TalliedNote>();

  add(row: CatalogRow): void {
    for (const { column, rule } of row.notes) {
      const key = `${rule.key} ${column}`;
      const { rows, firstLine } = this.#notes.get(key) ?? { rows: 0, firstLine: row.line };
      this.#notes.set(key, { column, rule, rows: rows + 1, firstLine });
    }
  }

  /** Lines that are no rows: remarks, or the example of a template. */
  addLines(what: "remark" | "exampleRow", lines: readonly number[]): void {
    const [first] = lines;
    if (first === undefined) return;
    const rule = sentence(`catalog.rule.${what}`);
    const { rows, firstLine } = this.#notes.get(rule.key) ?? { rows: 0, firstLine: first };
    this.#notes.set(rule.key, { column: "", rule, rows: rows + lines.length, firstLine });
  }

  /** A sheet of the workbook that was not read. */
  addSheet(name: string): void {
    const rule = sentence("catalog.rule.otherSheet");
    this.#notes.set(`${rule.key} ${name}`, { column: name, rule, rows: 0, firstLine: 1 });
  }

  notes(): readonly TalliedNote[] {
    return [...this.#notes.values()];
  }
}
