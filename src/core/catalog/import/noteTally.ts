import { type Sentence, sentence } from "#core/sentence";
import type { CatalogRow } from "./catalogRow.ts";

/** Cells of one column that were left out of otherwise acceptable rows for one reason; or lines and sheets that were. */
export interface TalliedNote {
  /** Empty: it is about whole lines, or about any column. */
  readonly column: string;
  readonly rule: Sentence;
  readonly rows: number;
  readonly firstLine: number;
  /** The first ten. */
  readonly lines: readonly number[];
}

/** What was read all the same, though not as it stands: nothing is left out of those rows. */
const READ_ANYWAY = ["catalog.rule.currencyAssumed"];
const LINES_NAMED = 10;

/** Counts what was left out of the accepted rows of a file, by column and reason. */
export class NoteTally {
  readonly #notes = new Map<string, TalliedNote>();

  add(row: CatalogRow): void {
    for (const { column, rule } of row.notes) {
      const at = READ_ANYWAY.includes(rule.key) ? "" : column;
      this.#count(`${JSON.stringify(rule)} ${at}`, at, rule, row.line);
    }
  }

  /** Lines that are no rows: remarks, or the example of a template. */
  addLines(what: "remark" | "exampleRow", lines: readonly number[]): void {
    const rule = sentence(`catalog.rule.${what}`);
    for (const line of lines) this.#count(rule.key, "", rule, line);
  }

  /** A sheet of the workbook that was not read. */
  addSheet(name: string): void {
    const rule = sentence("catalog.rule.otherSheet");
    this.#notes.set(`${rule.key} ${name}`, { column: name, rule, rows: 0, firstLine: 1, lines: [] });
  }

  notes(): readonly TalliedNote[] {
    return [...this.#notes.values()];
  }

  // A row with several prices without a currency is one row.
  #count(key: string, column: string, rule: Sentence, line: number): void {
    const { rows, firstLine, lines } = this.#notes.get(key) ?? { rows: 0, firstLine: line, lines: [] };
    if (this.#last.get(key) === line) return;
    this.#last.set(key, line);
    const named = lines.length < LINES_NAMED ? [...lines, line] : lines;
    this.#notes.set(key, { column, rule, rows: rows + 1, firstLine, lines: named });
  }

  readonly #last = new Map<string, number>();
}

/** "2–6, 9": written alike in every language. */
export function rangesOf(lines: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/** A note as a reader of a list is told it. */
export function noteSaid({ column, rule, rows, lines, firstLine }: TalliedNote): Sentence {
  if (rows === 0) return sentence("catalog.import.noteSheet", { sheet: column, rule: [rule] });
  const where = sentence(rows > lines.length ? "catalog.import.linesMore" : "catalog.import.lines", {
    ...{ rows, lines: rangesOf(lines) },
  });
  if (column === "") return sentence("catalog.import.noteLines", { where: [where], rule: [rule] });
  return sentence("catalog.import.note", { count: rows, column, firstLine, rule: [rule] });
}
