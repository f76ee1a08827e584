import type { Encoding } from "./encoding.ts";
import { flattenRecord } from "./flattenRecord.ts";
import { readText } from "./inspectFile.ts";
import { checkCell, checkColumns, LIMITS, refuse } from "./limits.ts";
import { ROWS_PER_BATCH, type TableRow } from "./table.ts";

// Records are small; an array element beyond this is a document of another kind.
const RECORD_CHARACTERS = LIMITS.cellCharacters * 8;

/**
 * An array of objects, or one object a line. Columns are the keys of all records in the order in which they first
 * appear, nested keys joined with a dot: one pass gathers them, a second hands over the rows, so that a key first met
 * late leaves the records before it without that cell. Throws bad-input with the record's line when the text is neither.
 */
export async function readJson(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): Promise<{ columns: readonly string[]; batches: AsyncGenerator<readonly TableRow[]> }> {
  const places = await gatherKeys(path, readText(path, encoding));
  return {
    columns: [...places.keys()],
    batches: batchesOf(path, readText(path, encoding, onBytes), places),
  };
}

/** The place of each key's column. */
async function gatherKeys(path: string, chunks: AsyncGenerator<string>): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  let records = 0;
  for await (const { text, line } of elements(path, chunks)) {
    records += 1;
    for (const [key, value] of flattenRecord(parseRecord(path, text, line))) {
      checkCell(path, line, key, value);
      if (places.has(key)) continue;
      places.set(key, places.size);
      checkColumns(path, [...places.keys()]);
    }
  }
  if (records === 0) throw refuse(path, "noRows");
  return places;
}

async function* batchesOf(
  path: string,
  chunks: AsyncGenerator<string>,
  places: ReadonlyMap<string, number>,
): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  for await (const { text, line } of elements(path, chunks)) {
    const cells = new Array<string>(places.size).fill("");
    for (const [key, value] of flattenRecord(parseRecord(path, text, line))) {
      const at = places.get(key);
      if (at !== undefined) cells[at] = value;
    }
    batch.push({ line, cells });
    if (batch.length === ROWS_PER_BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function parseRecord(path: string, text: string, line: number): object {
  let value: unknown;
  try {
    // Ids of 16 digits and more do not fit a double: kept as text.
    value = JSON.parse(
      /\d{16}/.test(text)
        ? text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (t) => (t[0] === '"' ? t : `"${t}"`))
        : text,
    );
  } catch {
    throw refuse(path, "notJson", { line });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refuse(path, "notRecords", { line });
  return value;
}

/** The top-level elements of an array, or the objects of an NDJSON file, as text with the line where each starts. */
async function* elements(
  path: string,
  chunks: AsyncGenerator<string>,
): AsyncGenerator<{ text: string; line: number }> {
  let inArray: boolean | null = null;
  let closed = false;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let element = "";
  let elementLine = 1;
  for await (const chunk of chunks) {
    let from = depth > 0 || inString ? 0 : -1;
    for (let i = 0; i < chunk.length; i += 1) {
      const code = chunk.charCodeAt(i);
      if (code === 10) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inString = false;
        continue;
      }
      if (depth > 0) {
        if (code === 34) inString = true;
        else if (code === 123 || code === 91) depth += 1;
        else if (code === 125 || code === 93) {
          depth -= 1;
          if (depth === 0) {
            yield { text: element + chunk.slice(from, i + 1), line: elementLine };
            element = "";
            from = -1;
          }
        }
        continue;
      }
      if (code === 123 && !closed) {
        inArray ??= false;
        depth = 1;
        from = i;
        elementLine = line;
      } else if (code === 91 && inArray === null) inArray = true;
      else if (code === 93 && inArray === true && !closed) closed = true;
      else if (!(code === 44 && inArray === true && !closed) && !isSpace(code)) {
        throw refuse(path, "notRecords", { line });
      }
    }
    if (from >= 0) {
      element += chunk.slice(from);
      if (element.length > RECORD_CHARACTERS)
        throw refuse(path, "recordTooLong", { line: elementLine, most: RECORD_CHARACTERS });
    }
  }
  if (depth > 0 || inString || (inArray === true && !closed)) throw refuse(path, "cutOff", { line });
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
