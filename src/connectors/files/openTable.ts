import { inspectFile, readText } from "./inspectFile.ts";
import { readCsv } from "./readCsv.ts";
import { readJson } from "./readJson.ts";
import { readXlsx } from "./readXlsx.ts";
import type { Table } from "./table.ts";

/**
 * Opens a file as a table: CSV with any delimiter, a JSON array, NDJSON or XLSX, told apart by content, never by name.
 * Throws bad-input, in one sentence, when it is none of them.
 */
export async function openTable(path: string): Promise<Table> {
  const { bytes, sha256, encoding } = await inspectFile(path);
  let read = 0;
  const onBytes = (count: number) => {
    read = count;
  };
  const common = { path, bytes, sha256, bytesRead: () => read };
  if (encoding === null) {
    return { ...common, format: "xlsx", ...(await readXlsx(path, bytes, onBytes)) };
  }
  const first = await firstCharacter(path, encoding);
  if (first === "[" || first === "{") {
    const format = first === "[" ? "json" : "ndjson";
    return { ...common, format, ...(await readJson(path, encoding, onBytes)) };
  }
  return { ...common, format: "csv", ...(await readCsv(path, encoding, onBytes)) };
}

async function firstCharacter(path: string, encoding: Parameters<typeof readText>[1]): Promise<string> {
  for await (const text of readText(path, encoding)) {
    const trimmed = text.trimStart();
    if (trimmed !== "") return trimmed[0] ?? "";
  }
  return "";
}
