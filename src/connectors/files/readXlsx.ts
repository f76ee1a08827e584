import type { Cell, CellValue } from "exceljs";
import { guardZip } from "./guardZip.ts";
import { checkCell, checkColumns, LIMITS, refuse } from "./limits.ts";
import { ROWS_PER_BATCH, type TableRow } from "./table.ts";

/**
 * The first sheet of a workbook that has any cell, row by row. Dates come as ISO text, percent-formatted numbers with
 * their sign, formulas as their last result. Throws bad-input when the archive is broken or breaks a limit.
 */
export async function readXlsx(
  path: string,
  packedBytes: number,
  onBytes: (bytes: number) => void,
): Promise<{ columns: readonly string[]; batches: AsyncGenerator<readonly TableRow[]> }> {
  await guardZip(path, packedBytes);
  const rows = sheetRows(path);
  const first = await rows.next();
  if (first.done) throw refuse(path, "noRows");
  const columns = first.value.cells;
  checkColumns(path, columns);
  return { columns, batches: batchesOf(rows, columns, path, packedBytes, onBytes) };
}

async function* batchesOf(
  rows: AsyncGenerator<TableRow>,
  columns: readonly string[],
  path: string,
  packedBytes: number,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  for await (const row of rows) {
    if (row.cells.length > LIMITS.columns) checkColumns(path, row.cells);
    row.cells.forEach((text, i) => void checkCell(path, row.line, columns[i] ?? "", text));
    // A sheet leaves trailing empty cells out.
    const missing = columns.length - row.cells.length;
    batch.push(
      missing > 0 ? { line: row.line, cells: [...row.cells, ...new Array<string>(missing).fill("")] } : row,
    );
    if (batch.length === ROWS_PER_BATCH) {
      yield batch;
      batch = [];
    }
  }
  onBytes(packedBytes);
  if (batch.length > 0) yield batch;
}

async function* sheetRows(path: string): AsyncGenerator<TableRow> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.stream.xlsx.WorkbookReader(path, {
    worksheets: "emit",
    sharedStrings: "cache",
    hyperlinks: "ignore",
    styles: "cache",
    entries: "emit",
  });
  let found = false;
  try {
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          cells[column - 1] = cellText(cell);
        });
        if (cells.every((text) => (text ?? "") === "")) continue;
        found = true;
        yield { line: row.number, cells: Array.from(cells, (text) => text ?? "") };
      }
      if (found) return;
    }
  } catch (caught) {
    if (caught instanceof Error && caught.name === "ChoraleError") throw caught;
    throw refuse(path, "brokenZip");
  }
}

function cellText(cell: Cell): string {
  const text = valueText(cell.value);
  if (typeof cell.value === "number" && cell.numFmt?.includes("%"))
    return `${Number((cell.value * 100).toPrecision(12))}%`;
  return text;
}

function valueText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("result" in value) return valueText(value.result as CellValue);
  if ("text" in value) return valueText(value.text as CellValue);
  if ("error" in value) return String(value.error);
  return "";
}
