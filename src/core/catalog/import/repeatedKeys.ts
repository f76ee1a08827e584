import { sentence } from "#core/sentence";
import type { Rate } from "../creator.ts";
import { namesOf } from "./accountState.ts";
import type { CatalogRow, Reject } from "./catalogRow.ts";
import type { ImportKind } from "./field.ts";
import { figuresKey, hash53 } from "./figuresKey.ts";
import type { ColumnMapping } from "./mapColumns.ts";

const WHO = ["handle", "externalId", "displayName"] as const;

interface Seen {
  readonly figures: number;
  readonly line: number;
}

/** The keys of the rows of one file. A key that comes again says the same, or contradicts an earlier line. */
export class RepeatedKeys {
  #columns: ColumnMapping;
  #seen = new Map<string, Seen>();

  constructor(columns: ColumnMapping) {
    this.#columns = columns;
  }

  /** "new", "same" for a row that repeats an earlier one, or the reject of a row that contradicts it. */
  check(row: CatalogRow): "new" | "same" | Reject {
    const keys = keysOf(row, this.#columns);
    if (keys.length === 0) return "new";
    const figures = hash53(figuresKey(row));
    const earlier = keys.map((key) => this.#seen.get(key)).find((seen) => seen !== undefined);
    if (earlier && earlier.figures !== figures) {
      const { handle, externalId } = row.account;
      const column = WHO.flatMap((field) => this.#columns.byField.get(field) ?? [])[0]?.name ?? "";
      const rule = sentence("catalog.rule.repeated", { line: earlier.line });
      return { line: row.line, column, value: handle ?? externalId ?? "", rule };
    }
    for (const key of keys) if (!this.#seen.has(key)) this.#seen.set(key, { figures, line: row.line });
    return earlier ? "same" : "new";
  }
}

function keysOf(row: CatalogRow, { byField, kind }: ColumnMapping): string[] {
  if (row.memberId !== null) return [];
  const names = namesOf(row.account);
  // A sheet with a deliverable a row has a creator on as many rows as it sells things.
  const [rate] = row.rates;
  if (kind === "creators" && byField.has("deliverable") && rate)
    return names.map((name) => `${name} ${offerOf(rate)}`);
  if (kind === "creators") return names;
  const what = whatOf(row, kind);
  return what === null ? [] : names.map((name) => `${name} ${what}`);
}

function offerOf({ deliverable, deal, validFrom }: Rate): string {
  return `${deliverable} ${deal} ${validFrom}`;
}

// What a row is of its account, where an account comes again and again.
function whatOf(row: CatalogRow, kind: ImportKind): string | null {
  const [snapshot] = row.snapshots;
  const [rate] = row.rates;
  const [share] = row.audience;
  if (row.post) return row.post.externalKey;
  if (kind === "snapshots" && snapshot) return snapshot.observedOn;
  if (kind === "rates" && rate) return offerOf(rate);
  if (!share) return null;
  // A wide audience row holds all shares of its account; a long one names its own.
  return row.audience.length === 1 ? `${share.dimension} ${share.key}` : "*";
}
