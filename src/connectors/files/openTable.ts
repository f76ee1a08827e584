import { inspectFile, readText } from "./inspectFile.ts";
import { readCsv } from "./readCsv.ts";
import { readJson } from "./readJson.ts";
import { readXlsx } from "./readXlsx.ts";
import type { HeaderFinder, Table, TableRow } from "./table.ts";

// A file without a finder starts with its header.
const FIRST_ROW: HeaderFinder = ([first = []]) => ({
  columns: first,
  rows: 1,
  preamble: [],
  isCertain: true,
});

/**
 * Opens a file as a table: CSV with any delimiter, a JSON array, NDJSON or XLSX, told apart by content, never by name.
 * Throws bad-input, in one sentence, when it is none of them.
 */
export async function openTable(path: string, findHeader: HeaderFinder = FIRST_ROW): Promise<Table> {
  const { bytes, sha256, encoding } = await inspectFile(path);
  let read = 0;
  const onBytes = (count: number) => {
    read = count;
  };
  const common = { path, bytes, sha256, bytesRead: () => read, preamble: [], sheet: null, unreadSheets: [] };
  if (encoding === null) {
    const opened = await readXlsx(path, bytes, onBytes, findHeader);
    return { ...common, format: "xlsx", ...opened, ...(await headed(opened, findHeader, true)) };
  }
  const first = await firstCharacter(path, encoding);
  if (first === "[" || first === "{") {
    const format = first === "[" ? "json" : "ndjson";
    return { ...common, format, ...(await readJson(path, encoding, onBytes)) };
  }
  const opened = await readCsv(path, encoding, onBytes);
  return { ...common, format: "csv", ...(await headed(opened, findHeader, false)) };
}

/** What a sheet says of itself besides its table, the nearest first. */
export function titlesOf({ sheet, preamble }: Table): readonly string[] {
  return [...(sheet === null ? [] : [sheet]), ...preamble];
}

type Opened = Pick<Table, "columns" | "batches">;

// A sheet may have titles above its header: then the header is a later row, and the rows begin after it.
async function headed(
  opened: Opened,
  findHeader: HeaderFinder,
  isPadded: boolean,
): Promise<Opened & Pick<Table, "preamble">> {
  const first = await opened.batches.next();
  const rows = first.done ? [] : first.value;
  const { columns, rows: headRows, preamble } = findHeader([opened.columns, ...rows.map((row) => row.cells)]);
  // A sheet leaves trailing empty cells out.
  const filled = (row: TableRow): TableRow =>
    !isPadded || row.cells.length >= columns.length
      ? row
      : {
          line: row.line,
          cells: [...row.cells, ...new Array<string>(columns.length - row.cells.length).fill("")],
        };
  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    try {
      const body = rows.slice(headRows - 1);
      if (body.length > 0) yield body.map(filled);
      for await (const batch of opened.batches) yield isPadded ? batch.map(filled) : batch;
    } finally {
      await opened.batches.return(undefined);
    }
  }
  return { columns, preamble, batches: batches() };
}

async function firstCharacter(path: string, encoding: Parameters<typeof readText>[1]): Promise<string> {
  for await (const text of readText(path, encoding)) {
    const trimmed = text.trimStart();
    if (trimmed !== "") return trimmed[0] ?? "";
  }
  return "";
}
