import type { Sentence } from "#core/sentence";
import type { CatalogRow } from "./catalogRow.ts";

/** Cells of one column that were left out of otherwise acceptable rows for one reason. */
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

  notes(): readonly TalliedNote[] {
    return [...this.#notes.values()];
  }
}
