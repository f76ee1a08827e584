import { guardZip } from "./guardZip.ts";
import { checkCell, checkColumns, LIMITS, refuse } from "./limits.ts";
import { type CellRange, columnOf, fillMerged, rangeOf } from "./mergedCells.ts";
import { type HeaderFinder, ROWS_PER_BATCH, type TableRow } from "./table.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";
import { attribute } from "./xmlScanner.ts";
import { ZipParts } from "./zipParts.ts";

/**
 * The first sheet of a workbook in which a header is found, else the first that has any cell, row by row. Dates come as ISO text, percent-formatted numbers with
 * their sign, formulas as their last result. Throws bad-input when the archive is broken or breaks a limit.
 */
export async function readXlsx(
  path: string,
  packedBytes: number,
  onBytes: (bytes: number) => void,
  findHeader: HeaderFinder,
): Promise<{
  columns: readonly string[];
  sheet: string | null;
  unreadSheets: readonly string[];
  batches: AsyncGenerator<readonly TableRow[]>;
}> {
  await guardZip(path, packedBytes);
  const parts = await ZipParts.open(path);
  try {
    const workbook = await readWorkbook(parts, path);
    const { chosen, unread } = await chooseSheet(parts, workbook, findHeader);
    const rows = sheetRows(parts, chosen, workbook);
    const first = await rows.next();
    if (first.done) throw refuse(path, "noRows");
    const columns = first.value.cells;
    checkColumns(path, columns);
    columns.forEach((name) => void checkCell(path, first.value.line, name.slice(0, 40), name));
    const nameOf = (sheet: string) => workbook.sheetNames[workbook.sheets.indexOf(sheet)] ?? sheet;
    return {
      columns,
      sheet: nameOf(chosen),
      unreadSheets: unread.map(nameOf),
      batches: batchesOf(rows, columns, path, packedBytes, onBytes),
    };
  } catch (caught) {
    parts.close();
    throw caught;
  }
}

const ROWS_GLANCED_AT = 20;
const SHEETS_GLANCED_AT = 50;

// A price list has a cover, explanations and a sheet a platform: the first with a header is read, the others are named.
async function chooseSheet(
  parts: ZipParts,
  workbook: Workbook,
  findHeader: HeaderFinder,
): Promise<{ readonly chosen: string; readonly unread: readonly string[] }> {
  const filled: string[] = [];
  const tables: string[] = [];
  for (const sheet of workbook.sheets.slice(0, SHEETS_GLANCED_AT)) {
    const rows: (readonly string[])[] = [];
    for await (const row of rowsOf(parts, sheet, workbook, [])) {
      rows.push(row.cells);
      if (rows.length === ROWS_GLANCED_AT) break;
    }
    if (rows.length > 0) filled.push(sheet);
    if (rows.length > 1 && findHeader(rows).isCertain) tables.push(sheet);
  }
  const chosen = tables[0] ?? filled[0] ?? workbook.sheets[0] ?? "";
  return { chosen, unread: tables.filter((sheet) => sheet !== chosen) };
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
    const missing = Math.max(0, columns.length - row.cells.length);
    batch.push({ line: row.line, cells: [...row.cells, ...new Array<string>(missing).fill("")] });
    if (batch.length === ROWS_PER_BATCH) {
      yield batch;
      batch = [];
    }
  }
  onBytes(packedBytes);
  if (batch.length > 0) yield batch;
}

// Which cells are merged stands behind all rows: a sheet that ends within the first rows is known whole.
async function* sheetRows(parts: ZipParts, sheet: string, workbook: Workbook): AsyncGenerator<TableRow> {
  try {
    const merged: CellRange[] = [];
    const rows = rowsOf(parts, sheet, workbook, merged);
    const held: TableRow[] = [];
    let next = await rows.next();
    while (!next.done && held.length < ROWS_PER_BATCH) {
      held.push(next.value);
      next = await rows.next();
    }
    yield* next.done ? fillMerged(held, merged) : held;
    for (; !next.done; next = await rows.next()) yield next.value;
  } finally {
    parts.close();
  }
}

async function* rowsOf(
  parts: ZipParts,
  sheet: string,
  workbook: Workbook,
  merged: CellRange[],
): AsyncGenerator<TableRow> {
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let attributes = "";
  let value = "";
  let isValue = false;
  let isPhonetic = false;
  for await (const tokens of parts.tokens(sheet)) {
    for (const token of tokens) {
      if (token.kind === "text") {
        if (isValue && !isPhonetic) value += token.text;
        continue;
      }
      const isOpen = token.kind === "open" && !token.isEmpty;
      if (token.name === "v" || token.name === "t") isValue = isOpen;
      else if (token.name === "rPh") isPhonetic = isOpen;
      else if (token.name === "mergeCell" && token.kind === "open") {
        const range = rangeOf(attribute(token.attributes, "ref") ?? "");
        if (range !== null) merged.push(range);
      } else if (token.name === "c") {
        if (token.kind === "open") {
          attributes = token.attributes;
          column = columnOf(attribute(attributes, "r")) ?? column + 1;
          value = "";
        }
        const text = isOpen ? "" : cellText(value, attributes, workbook);
        if (text !== "") cells[column] = text;
      } else if (token.name === "row") {
        if (token.kind === "open") {
          line = Number(attribute(token.attributes, "r") ?? line + 1);
          cells = [];
          column = -1;
        } else if (cells.length > 0) yield { line, cells: Array.from(cells, (text) => text ?? "") };
      }
    }
  }
}

function cellText(value: string, attributes: string, workbook: Workbook): string {
  const type = attribute(attributes, "t") ?? "n";
  if (type === "s") return workbook.sharedStrings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "true" : "false";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  const style = workbook.styles[Number(attribute(attributes, "s") ?? 0)];
  if (style === "percent") return `${Number((number * 100).toPrecision(12))}%`;
  return style === "date" ? dateText(number, workbook.from1904) : String(number);
}

// Days since 30 December 1899, which makes up for Excel's 29 February 1900, or since 1 January 1904.
function dateText(days: number, from1904: boolean): string {
  const seconds = Math.round((days - (from1904 ? 24_107 : 25_569)) * 86_400);
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return String(days);
  return at.toISOString().replace(/(T00:00:00)?\.000Z$/, (_, midnight) => (midnight ? "" : "Z"));
}
