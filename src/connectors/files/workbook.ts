import { posix } from "node:path";
import { refuse } from "./limits.ts";
import { attribute } from "./xmlScanner.ts";
import type { ZipParts } from "./zipParts.ts";

/** How a number of a cell style is meant to be read. */
export type NumberStyle = "date" | "percent" | "plain";

/** What the sheets of a workbook refer to. */
export interface Workbook {
  /** Part names of the sheets in their order. */
  readonly sheets: readonly string[];
  /** What they are called, in the same order; empty where the workbook does not say. */
  readonly sheetNames: readonly string[];
  readonly sharedStrings: readonly string[];
  /** By cell style. */
  readonly styles: readonly NumberStyle[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
}

const SHARED_CHARACTERS = 134_217_728;
// Built-in formats that are days or times of day. Source: ECMA-376 part 1, 18.8.30, and the East Asian ones it lists.
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export async function readWorkbook(parts: ZipParts, path: string): Promise<Workbook> {
  const ids: string[] = [];
  const names: string[] = [];
  let from1904 = false;
  for await (const tokens of parts.tokens("xl/workbook.xml"))
    for (const token of tokens) {
      if (token.kind !== "open") continue;
      if (token.name === "sheet") {
        ids.push(attribute(token.attributes, "id") ?? "");
        names.push(attribute(token.attributes, "name") ?? "");
      }
      if (token.name === "workbookPr")
        from1904 = /^(1|true)$/.test(attribute(token.attributes, "date1904") ?? "");
    }
  const targets = new Map<string, string>();
  for await (const tokens of parts.tokens("xl/_rels/workbook.xml.rels"))
    for (const token of tokens)
      if (token.kind === "open" && token.name === "Relationship")
        targets.set(attribute(token.attributes, "Id") ?? "", attribute(token.attributes, "Target") ?? "");
  const placed = ids.flatMap((id, i) => {
    const target = targets.get(id);
    if (target === undefined) return [];
    return [
      { name: names[i] ?? "", part: target.startsWith("/") ? target.slice(1) : posix.join("xl", target) },
    ];
  });
  return {
    // Small writers leave the relationships out; the sheets then lie where everybody puts them.
    sheets:
      placed.length > 0 ? placed.map(({ part }) => part) : parts.namesLike(/^xl\/worksheets\/[^/]+\.xml$/),
    sheetNames: placed.map(({ name }) => name),
    from1904,
    sharedStrings: await readSharedStrings(parts, path),
    styles: await readStyles(parts),
  };
}

async function readSharedStrings(parts: ZipParts, path: string): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let isPhonetic = false;
  let characters = 0;
  for await (const tokens of parts.tokens("xl/sharedStrings.xml"))
    for (const token of tokens) {
      if (token.kind === "text") {
        if (isText && !isPhonetic) current += token.text;
        continue;
      }
      const isOpen = token.kind === "open" && !token.isEmpty;
      if (token.name === "t") isText = isOpen;
      else if (token.name === "rPh") isPhonetic = isOpen;
      else if (token.name === "si" && !isOpen) {
        strings.push(current);
        characters += current.length;
        if (characters > SHARED_CHARACTERS) throw refuse(path, "textTooLong", { most: SHARED_CHARACTERS });
        current = "";
      }
    }
  return strings;
}

async function readStyles(parts: ZipParts): Promise<NumberStyle[]> {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellStyles = false;
  for await (const tokens of parts.tokens("xl/styles.xml"))
    for (const token of tokens) {
      if (token.kind === "text") continue;
      if (token.name === "cellXfs") inCellStyles = token.kind === "open";
      if (token.kind !== "open") continue;
      const id = Number(attribute(token.attributes, "numFmtId"));
      if (token.name === "numFmt") formats.set(id, attribute(token.attributes, "formatCode") ?? "");
      else if (token.name === "xf" && inCellStyles) styles.push(styleOf(id, formats.get(id)));
    }
  return styles;
}

function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return isBuiltInDate(id) ? "date" : id === 9 || id === 10 ? "percent" : "plain";
  // Without what is only shown: quoted words, escaped characters, colours and conditions.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  if (bare.includes("%")) return "percent";
  return /[yd]|m.*h|h.*m/.test(bare) && !bare.includes("general") ? "date" : "plain";
}
