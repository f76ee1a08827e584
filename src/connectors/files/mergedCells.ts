import type { TableRow } from "./table.ts";

/** Cells of a sheet that were merged into one; lines and columns included, columns from 0. */
export interface CellRange {
  readonly fromLine: number;
  readonly toLine: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** "AB12" → 27; null without a reference: then the cell follows the one before it. */
export function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function rangeOf(reference: string): CellRange | null {
  const [from = "", to = from] = reference.split(":");
  const [fromColumn, toColumn] = [columnOf(from), columnOf(to)];
  const [fromLine, toLine] = [from, to].map((corner) => Number(/\d+$/.exec(corner)?.[0] ?? 0));
  if (fromColumn === null || toColumn === null || !fromLine || !toLine) return null;
  return { fromLine, toLine, fromColumn, toColumn };
}

/**
 * A cell of words merged over several lines holds for each of them. A merged number is left in the first: nobody can
 * tell whether it is each one's or all of them together.
 */
export function fillMerged(rows: readonly TableRow[], merged: readonly CellRange[]): TableRow[] {
  const cellsByLine = new Map(rows.map(({ line, cells }) => [line, [...cells]]));
  for (const { fromLine, toLine, fromColumn } of merged) {
    const text = cellsByLine.get(fromLine)?.[fromColumn] ?? "";
    if (toLine === fromLine || text === "" || /^[\d.,\s¥$€£%]+[万wk]?$/i.test(text)) continue;
    for (let line = fromLine + 1; line <= toLine; line += 1) {
      const cells = cellsByLine.get(line);
      if (cells === undefined) continue;
      while (cells.length <= fromColumn) cells.push("");
      cells[fromColumn] = text;
    }
  }
  return rows.map(({ line }) => ({ line, cells: cellsByLine.get(line) ?? [] }));
}
