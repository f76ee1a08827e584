import { csvCell } from "../doors/csvCell.ts";
import type { CompareRow } from "./compareRows.ts";

/** The comparison as a spreadsheet reads it: a column a creator, and beside it the days of its figures. */
export function compareCsv(
  names: readonly string[],
  rows: readonly CompareRow[],
  { figure, day }: { readonly figure: string; readonly day: string },
): string {
  const head = [figure, ...names.flatMap((name) => [name, day])];
  const lines = rows.map(({ label, cells }) => [
    label,
    ...cells.flatMap((cell) =>
      cell === null ? ["", ""] : [cell.number ?? cell.text, cell.source?.observedOn ?? ""],
    ),
  ]);
  // A byte-order mark, or Excel garbles Chinese.
  return `\uFEFF${[head, ...lines].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
