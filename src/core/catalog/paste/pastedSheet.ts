import { detectKind } from "../import/detectKind.ts";
import { findHeader } from "../import/findHeader.ts";
import type { HeaderTable } from "../import/headerTable.ts";
import { NO_MAPPING } from "../import/mapping.ts";

// The likelier one first: a tab is never part of a name, a comma often is.
const SEPARATORS = [/\t/, /\|/, / {2,}|\u3000+/, /;/, /,/] as const;
/** Below it the lines are no rows of one table. */
const AGREEING_LEAST = 0.6;

/** The rows of a table with a header in a pasted block, whatever stands between the cells; null when there is none. */
export function pastedSheet(text: string, headers: HeaderTable): readonly (readonly string[])[] | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "" && !/^[\s|+:=_-]+$/.test(line));
  for (const separator of SEPARATORS) {
    const rows = lines.map((line) => cellsOf(line, separator));
    const header = findHeader(rows, NO_MAPPING, headers);
    const { columns } = header;
    const fields = new Set(columns.flatMap((name) => headers.fieldOf(name, "creators") ?? []));
    const below = rows.slice(header.rows);
    if (fields.size < 2 || below.length === 0 || detectKind(columns, NO_MAPPING, headers) === null) continue;
    const agreeing = below.filter((cells) => cells.length === columns.length).length;
    if (agreeing >= AGREEING_LEAST * below.length) return rows;
  }
  return null;
}

function cellsOf(line: string, separator: RegExp): string[] {
  const isBar = separator.source.includes("|");
  const inner = isBar ? line.trim().replace(/^\||\|$/g, "") : separator.source === "\\t" ? line : line.trim();
  return inner.split(separator).map((cell) => cell.trim());
}
