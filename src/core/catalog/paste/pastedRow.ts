import type { Sentence } from "#core/sentence";
import type { Field } from "../import/field.ts";
import type { Offer } from "./offerText.ts";
import type { PastedAccount, PastedLine } from "./pastedLine.ts";

/** One line on its way into the catalog: what was understood of it, or why it is refused. */
export interface PastedRow {
  readonly line: number;
  readonly text: string;
  readonly account: PastedAccount | null;
  /** As a cell would have it; "" is unknown. */
  readonly followers: string;
  readonly rough: boolean;
  readonly offers: readonly Offer[];
  readonly fault: { readonly column: string; readonly value: string; readonly rule: Sentence } | null;
  /** What of it is left out. */
  readonly notes: readonly { readonly column: string; readonly rule: Sentence }[];
}

/** Rows of a paste as a table, so that the rules of every other import hold for them. */
export interface PastedTable {
  readonly columns: readonly string[];
  /** What each column means; the line as it came means nothing to the catalog. */
  readonly fields: Readonly<Record<string, Field | null>>;
  cellsOf(row: PastedRow): string[];
}

const COLUMNS = {
  platform: "platform",
  handle: "handle",
  "account id": "externalId",
  "display name": "displayName",
  followers: "followers",
} as const satisfies Readonly<Record<string, Field>>;

export function pastedTable(rows: readonly PastedRow[]): PastedTable {
  const sold = [
    ...new Set(rows.flatMap(({ offers }) => offers.map(({ deliverable }) => deliverable))),
  ].sort();
  const prices = sold.map((slug) => [`${slug} price`, `rate.${slug}` as Field] as const);
  return {
    columns: [...Object.keys(COLUMNS), ...prices.map(([name]) => name), "pasted"],
    fields: { ...COLUMNS, ...Object.fromEntries(prices), pasted: null },
    cellsOf: ({ account, followers, offers, text }) => [
      account?.platform ?? "",
      account?.handle ?? "",
      account?.externalId ?? "",
      account?.displayName ?? "",
      followers,
      ...sold.map((slug) => offers.find(({ deliverable }) => deliverable === slug)?.price ?? ""),
      text,
    ],
  };
}

/** A line of a list as a row; null for a heading, which says nothing of its own. */
export function rowOfLine(line: PastedLine): PastedRow | null {
  if (line.is === "heading") return null;
  const { account, followers, rough, offers, notes, text } = line;
  const [why] = line.is === "account" ? [] : notes;
  return {
    line: line.line,
    text,
    account,
    followers: followers === null ? "" : String(followers),
    rough,
    offers,
    fault: why === undefined ? null : { column: "pasted", value: text, rule: why },
    notes: why === undefined ? notes.map((rule) => ({ column: "price", rule })) : [],
  };
}
