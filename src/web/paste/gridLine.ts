import type { PasteReport, PasteRows } from "#api/contract/pastes";
import { readCount } from "#core/catalog/import/numberText";
import type { PastedLine } from "#core/catalog/paste/pastedLine";
import type { Sentence } from "#core/sentence";

type Row = PasteRows["rows"][number];

/** A row of the grid, and what is to be said of it. */
export interface GridLine extends Row {
  readonly key: number;
  readonly says: string | null;
}

/** The cells that take typing and pasting, in the order of the columns. */
export const CELLS = ["account", "followers", "prices"] as const;
export type Cell = (typeof CELLS)[number];

/** What became of a block: rows to look through, and lines that are left out, each with its reason. */
export interface Grid {
  readonly lines: readonly GridLine[];
  readonly leftOut: readonly { readonly line: number; readonly text: string; readonly why: string }[];
}

/** An address that names nobody stays as a row, so that the profile's own can be pasted over it. */
const TO_COMPLETE: ReadonlySet<PastedLine["is"]> = new Set([
  "platform",
  "post",
  "short",
  "collection",
  "page",
]);

export function gridOf(
  pasted: readonly PastedLine[],
  {
    say,
    twice,
    sold,
  }: {
    readonly say: (sentence: Sentence) => string;
    readonly twice: (line: number) => string;
    /** What a deliverable of a platform is called. */
    readonly sold: (platform: string, deliverable: string) => string;
  },
): Grid {
  const lines: GridLine[] = [];
  const leftOut: { line: number; text: string; why: string }[] = [];
  pasted.forEach((each, key) => {
    const { line, text, is, account, site, followers, rough, offers, notes, sameAs } = each;
    const said = notes.map(say).join(" · ");
    if (is === "heading") return;
    if (sameAs !== null) leftOut.push({ line, text, why: twice(sameAs) });
    else if (is !== "account" && !TO_COMPLETE.has(is)) leftOut.push({ line, text, why: said });
    else {
      const kind =
        account?.handle != null ? "handle" : account?.externalId != null ? "externalId" : "displayName";
      lines.push({
        ...{ key, line, text, kind: account ? kind : "handle" },
        platform: account?.platform ?? site ?? "",
        account: account?.handle ?? account?.externalId ?? account?.displayName ?? "",
        name: kind === "displayName" ? "" : (account?.displayName ?? ""),
        followers: followers === null ? "" : `${rough ? "~" : ""}${followers}`,
        prices: offers
          .map(({ deliverable, price }) => `${sold(site ?? "", deliverable)} ${price}`)
          .join("; "),
        says: said === "" ? null : said,
      });
    }
  });
  return { lines, leftOut };
}

/** A cell after typing; what stands in it for a handle is one from now on. */
export function typed(line: GridLine, cell: Cell | "platform", text: string): GridLine {
  const kind = cell === "account" ? ({ kind: "handle" } as const) : {};
  return { ...line, ...kind, [cell]: text, says: null };
}

/** A block from a spreadsheet, filled down and to the right from a cell. */
export function filled(
  lines: readonly GridLine[],
  from: number,
  cell: Cell,
  block: string,
): readonly GridLine[] {
  const rows = block
    .replace(/(?:\r\n?|\n)$/, "")
    .split(/\r\n?|\n/)
    .map((row) => row.split("\t"));
  const first = CELLS.indexOf(cell);
  return lines.map((line, i) => {
    const texts = i < from ? [] : (rows[i - from] ?? []);
    return texts.reduce((next, text, column) => {
      const target = CELLS[first + column];
      return target === undefined ? next : typed(next, target, text.trim());
    }, line);
  });
}

/** Whether a cell of followers can be read; an empty one is unknown, not wrong. */
export function isFollowers(text: string): boolean {
  const plain = text.trim().replace(/^(?:[~≈约約]|about|ca\.?)\s*/i, "");
  return plain === "" || readCount(plain) !== null;
}

/** After the answer: what was accepted is gone, what was refused stays with its rule. */
export function refusedOf(lines: readonly GridLine[], { rejects }: PasteReport): readonly GridLine[] {
  return lines.flatMap((line, i) => {
    const reject = rejects.find((each) => each.line === i + 1);
    return reject ? [{ ...line, says: reject.rule }] : [];
  });
}

/** The rows as the door takes them, numbered as they stand in the grid, so that an answer finds its row. */
export function rowsOf(lines: readonly GridLine[]): PasteRows["rows"] {
  return lines.map(({ key: _, says: __, ...row }, i) => ({ ...row, line: i + 1 }));
}
