import type { Field } from "./field.ts";
import { splitNote } from "./headerKey.ts";
import type { HeaderTable } from "./headerTable.ts";
import type { Mapping } from "./mapping.ts";
import { currencyIn, signIn } from "./priceText.ts";

/** Where the header of a sheet stands, and what was written above it. */
export interface FoundHeader {
  readonly columns: readonly string[];
  /** Rows that belong to the head: titles, groups and the header itself. */
  readonly rows: number;
  /** The words of the rows above, such as a title with a platform, a day and a currency. */
  readonly preamble: readonly string[];
  /** Whether headers were recognised; otherwise the first row is taken for the header. */
  readonly isCertain: boolean;
}

type Row = readonly string[];

const ROWS_LOOKED_AT = 20;
const WHO: ReadonlySet<Field> = new Set<Field>(["handle", "externalId", "displayName"]);
const GROUPED = /^(rate\.|audience|extra\.price)/;
const PRICED = /价|價|费|費|price|rate|cost|fee|quot/i;
// Fewer known headers could be words that a title or a row of values happens to share with them.
const KNOWN_MIN = 3;

/**
 * Finds the header among the first rows of a sheet: the first of its rows, unless that one says little and a later one
 * is full of known headers. A row of groups above ("报价(元)" over "图文" and "视频") and a second line of headers below
 * are joined with it.
 */
export function findHeader(rows: readonly Row[], mapping: Mapping, headers: HeaderTable): FoundHeader {
  const known = (name: string) => fieldOf(name, mapping, headers);
  const score = (row: Row) => {
    const fields = row.flatMap((cell) => known(cell) ?? []);
    return fields.some((field) => WHO.has(field)) ? new Set(fields).size : 0;
  };
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const first = looked[0] ?? [];
  const found = score(first) >= 2 ? 0 : looked.findIndex((row) => score(row) >= KNOWN_MIN);
  if (found < 0) {
    const said = first.filter((cell) => known(cell) !== null).length > 0;
    return { columns: first, rows: 1, preamble: [], isCertain: said && first.length > 1 };
  }
  const header = looked[found] ?? [];
  const below = looked[found + 1];
  const isTwoLines = below !== undefined && isSecondLine(header, below, known);
  const above = found > 0 ? (looked[found - 1] ?? []) : [];
  const groups = isGroups(above, header) ? above : [];
  const columns = isTwoLines
    ? joined(joined(groups, header, known), below, known)
    : joined(groups, header, known);
  const titles = looked.slice(0, groups.length > 0 ? found - 1 : found);
  return {
    columns,
    rows: found + (isTwoLines ? 2 : 1),
    preamble: titles.flatMap((row) => [...new Set(row.filter((cell) => cell.trim() !== ""))]),
    isCertain: true,
  };
}

function fieldOf(name: string, mapping: Mapping, headers: HeaderTable): Field | null {
  if (name.trim() === "") return null;
  const written = mapping.columns?.[name];
  return written ?? headers.fieldOf(name, mapping.as ?? "creators");
}

// A title is one cell (merged over the sheet it may stand in each); groups are at least two different ones.
function isGroups(above: Row, header: Row): boolean {
  const words = new Set(above.map((cell) => cell.trim()).filter((cell) => cell !== ""));
  return words.size >= 2 && above.length <= header.length && above.every((cell) => cell.length <= 40);
}

// Under a header of groups: words only, nothing under the column that names the account, and at least one price or figure.
function isSecondLine(header: Row, below: Row, known: (name: string) => Field | null): boolean {
  const filled = below.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  if (filled.length === 0) return false;
  const isHeaderWord = (column: number) => {
    const cell = below[column] ?? "";
    return !/^[\d¥$€.,\s]+[万wk%]?$/i.test(cell) && cell.length <= 40;
  };
  const who = header.findIndex((cell) => WHO.has(known(cell) ?? "bio"));
  const whoBelow = (below[who] ?? "").trim();
  const groupOf = groupsAcross(header, below);
  return (
    (whoBelow === "" || whoBelow === (header[who] ?? "").trim()) &&
    filled.every(isHeaderWord) &&
    filled.some(
      (column) =>
        nameOf(groupOf[column] ?? "", below[column] ?? "", known) !== (below[column] ?? "") ||
        known(below[column] ?? "") !== null,
    )
  );
}

function joined(groups: Row, header: Row, known: (name: string) => Field | null): Row {
  const groupOf = groupsAcross(groups, header);
  const width = Math.max(groups.length, header.length);
  return Array.from({ length: width }, (_, column) =>
    nameOf(groupOf[column] ?? "", header[column] ?? "", known),
  );
}

// A merged cell holds its words in its first column only: they reach as far as columns below are filled and none follows.
function groupsAcross(groups: Row, below: Row): Row {
  let last = "";
  return Array.from({ length: Math.max(groups.length, below.length) }, (_, column) => {
    const own = (groups[column] ?? "").trim();
    if (own !== "") last = own;
    else if ((below[column] ?? "").trim() === "") last = "";
    return own !== "" ? own : last;
  });
}

/** "图文" under "报价(元)" is 图文报价(元); a header that means something by itself keeps its name and gains the group's currency and facts. */
function nameOf(group: string, own: string, known: (name: string) => Field | null): string {
  const name = own.trim();
  if (group === "" || group === name) return name;
  if (name === "") return group;
  const { name: groupName, note } = splitNote(group);
  const { name: plain, note: ownNote } = splitNote(name);
  const notes = [ownNote, note].filter((part) => part !== "").join(" ");
  const withNotes = (text: string) => (notes === "" ? text : `${text}(${notes})`);
  const alone = known(name);
  const isPriced = PRICED.test(groupName);
  const pair = [
    `${plain}${groupName}`,
    `${groupName}${plain}`,
    `${groupName} ${plain}`,
    ...(isPriced ? [`${plain} price`] : []),
  ].find((text) => GROUPED.test(known(text) ?? ""));
  if (pair !== undefined) return withNotes(pair);
  if (alone?.startsWith("rate.")) return withNotes(plain);
  const namesMoney = currencyIn(note) !== null || signIn(note) !== null;
  return alone !== null || !namesMoney ? name : withNotes(`${groupName} ${plain}`);
}
