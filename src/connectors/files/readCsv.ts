import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { sniffDelimiter } from "./delimiter.ts";
import type { Encoding } from "./encoding.ts";
import { readText } from "./inspectFile.ts";
import { checkCell, checkColumns, LIMITS, refuse } from "./limits.ts";
import { ROWS_PER_BATCH, type TableRow } from "./table.ts";

const SNIFFED_CHARACTERS = 65_536;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * A delimited text file with whichever delimiter, quoted cells over several lines, a stray quote inside a cell taken as written.
 * Throws bad-input with the line when the text is no table or breaks a limit.
 */
export async function readCsv(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): Promise<{ columns: readonly string[]; batches: AsyncGenerator<readonly TableRow[]> }> {
  const chunks = withLineFeeds(readText(path, encoding, onBytes));
  let head = "";
  while (head.length < SNIFFED_CHARACTERS) {
    const next = await chunks.next();
    if (next.done) break;
    head += next.value;
  }
  // Excel writes its delimiter into a first line of its own, "sep=;".
  const declared = /^sep=(.)\n/i.exec(head);
  const skipped = declared ? 1 : 0;
  if (declared) head = head.slice(declared[0].length);
  const delimiter = declared?.[1] ?? sniffDelimiter(head.slice(0, SNIFFED_CHARACTERS));
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_quotes: true,
    relax_column_count: true,
    info: true,
    // Characters of one record: a quote that never closes would swallow the whole file.
    max_record_size: LIMITS.cellCharacters * 8,
  });
  pipeline(Readable.from(rejoin(head, chunks)), parser, () => {});
  const records: AsyncIterator<ParsedRecord> = parser[Symbol.asyncIterator]();
  let first = await nextRecord(records, path);
  while (first && isBlank(first)) first = await nextRecord(records, path);
  if (first === null) throw refuse(path, "empty");
  const columns = first.record;
  checkColumns(path, columns);
  columns.forEach((name) => void checkCell(path, 1, name.slice(0, 40), name));
  return { columns, batches: batchesOf(records, columns, path, first.info.lines, skipped) };
}

async function* batchesOf(
  records: AsyncIterator<ParsedRecord>,
  columns: readonly string[],
  path: string,
  headerLines: number,
  skipped: number,
): AsyncGenerator<readonly TableRow[]> {
  let endOfLast = headerLines;
  let batch: TableRow[] = [];
  for (;;) {
    const next = await nextRecord(records, path);
    if (next === null) break;
    const line = endOfLast + 1 + skipped;
    endOfLast = next.info.lines;
    if (isBlank(next)) continue;
    if (next.record.length > LIMITS.columns) checkColumns(path, next.record);
    for (let i = 0; i < next.record.length; i += 1)
      checkCell(path, line, columns[i] ?? "", next.record[i] ?? "");
    batch.push({ line, cells: next.record });
    if (batch.length === ROWS_PER_BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function nextRecord(records: AsyncIterator<ParsedRecord>, path: string): Promise<ParsedRecord | null> {
  try {
    const next = await records.next();
    return next.done ? null : next.value;
  } catch (caught) {
    if (!(caught instanceof CsvError)) throw caught;
    const line = Number((caught as CsvError & { lines?: number }).lines ?? 0);
    if (caught.code === "CSV_MAX_RECORD_SIZE")
      throw refuse(path, "cellTooLong", { line, column: "?", most: LIMITS.cellCharacters });
    if (caught.code === "CSV_QUOTE_NOT_CLOSED") throw refuse(path, "quoteNotClosed", { line });
    throw refuse(path, "notTable", { line, reason: caught.code });
  }
}

function isBlank({ record }: ParsedRecord): boolean {
  return record.length === 1 && record[0] === "";
}

// One kind of line break, so that the parser counts lines as an editor does, inside quoted cells too.
async function* withLineFeeds(chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  let pending = "";
  for await (const chunk of chunks) {
    const text = pending + chunk;
    pending = text.endsWith("\r") ? "\r" : "";
    const whole = pending === "" ? text : text.slice(0, -1);
    yield whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
  }
  if (pending !== "") yield "\n";
}

async function* rejoin(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== "") yield head;
  yield* rest;
}
