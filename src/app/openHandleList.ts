import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { readHeaders } from "#connectors/data/readHeaders";
import { readPasteForms } from "#connectors/data/readPasteForms";
import { sniffDelimiter } from "#connectors/files/delimiter";
import { inspectFile, readText } from "#connectors/files/inspectFile";
import { detectKind } from "#core/catalog/import/detectKind";
import { detectPlatform } from "#core/catalog/import/detectPlatform";
import { findHeader } from "#core/catalog/import/findHeader";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { rowOfLine } from "#core/catalog/paste/pastedRow";
import { pastedSheet } from "#core/catalog/paste/pastedSheet";
import { isList, readPaste } from "#core/catalog/paste/readPaste";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { CatalogFile, CatalogFileOptions } from "./openCatalogFile.ts";
import { openPastedRows } from "./openPastedRows.ts";
import { originalName } from "./rejectsName.ts";

/** A list of addresses that somebody wrote is small; a larger file is looked at as a table only. */
const DETECTED_BYTES_MOST = 1024 ** 2;

/**
 * A text file with an address, handle or share text a line. Null when it is none and nobody said that it is one; throws
 * bad-input when somebody did, and most of its lines name nobody.
 */
export async function openHandleList(path: string, options: CatalogFileOptions): Promise<CatalogFile | null> {
  const { mapping, reference, today } = options;
  const isSaid = (options.as ?? mapping.as ?? null) === "handles";
  if (!isSaid && (options.as !== null || mapping.as !== undefined || mapping.columns !== undefined))
    return null;
  if (!isSaid && !(await isSmall(path))) return null;
  const { encoding, sha256, bytes } = await inspectFile(path);
  if (encoding === null) {
    if (!isSaid) return null;
    throw noList(path, 0, 0);
  }
  let text = "";
  for await (const chunk of readText(path, encoding)) text += chunk;
  const found = detectPlatform(
    {
      ...{ flag: options.platform, mapping, columns: [], hasColumn: false, layoutPlatform: null },
      ...{ titles: [], sample: [], path },
    },
    reference.platforms,
  );
  const platform = found?.platform ?? null;
  if (!isSaid && !looksLikeList(text, platform)) return null;
  const lines = readPaste(text, readPasteForms(), platform);
  if (!isList(lines)) throw noList(path, lines.length, lines.filter(({ is }) => is === "account").length);
  const name = originalName(basename(path));
  return openPastedRows(
    lines.flatMap((line) => rowOfLine(line) ?? []),
    {
      ...{ file: path, label: mapping.source?.label ?? name, sha256, bytes, mapping, reference, today },
      market: options.market ?? null,
      platformFrom: found?.from ?? "addresses",
      needsFollowers: options.needsFollowers === true,
    },
  );
}

const LINES_LOOKED_AT = 40;

async function isSmall(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size <= DETECTED_BYTES_MOST;
}

// The first lines tell: a table of many rows is not read twice.
function looksLikeList(text: string, platform: string | null): boolean {
  const head = text
    .trimStart()
    .split(/\r\n?|\n/, LINES_LOOKED_AT)
    .join("\n");
  if (isTable(head)) return false;
  const lines = readPaste(head, readPasteForms(), platform);
  return lines[0]?.is !== "nothing" && isList(lines);
}

// Headers of creators make a table, in the first line or under a title, whatever else the lines could be.
function isTable(text: string): boolean {
  const headers = readHeaders();
  const delimiter = sniffDelimiter(text);
  const rows = text
    .trimStart()
    .split(/\r\n?|\n/)
    .map((line) => line.split(delimiter));
  const { columns } = findHeader(rows, NO_MAPPING, headers);
  const known = new Set(columns.flatMap((name) => headers.fieldOf(name, "creators") ?? []));
  return (
    (known.size >= 2 && detectKind(columns, NO_MAPPING, headers) !== null) ||
    pastedSheet(text, headers) !== null
  );
}

function noList(path: string, lines: number, known: number): ChoraleError {
  return new ChoraleError("bad-input", sentence("paste.noList", { lines, known }), path);
}
