import { sentence } from "#core/sentence";
import type { CatalogRow, Reject } from "./catalogRow.ts";
import type { ImportKind } from "./field.ts";
import { figuresKey, hash53 } from "./figuresKey.ts";
import { handleKey } from "./handle.ts";
import type { ColumnMapping } from "./mapColumns.ts";

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
    const keys = keysOf(row, this.#columns.kind);
    if (keys.length === 0) return "new";
    const figures = hash53(figuresKey(row));
    const earlier = keys.map((key) => this.#seen.get(key)).find((seen) => seen !== undefined);
    if (earlier && earlier.figures !== figures) {
      const { handle, externalId } = row.account;
      const field = handle === null ? "externalId" : "handle";
      const column =
        (this.#columns.byField.get(field) ?? [...this.#columns.byField.values()][0])?.[0]?.name ?? "";
      const rule = sentence("catalog.rule.repeated", { line: earlier.line });
      return { line: row.line, column, value: handle ?? externalId ?? "", rule };
    }
    for (const key of keys) if (!this.#seen.has(key)) this.#seen.set(key, { figures, line: row.line });
    return earlier ? "same" : "new";
  }
}

function keysOf(row: CatalogRow, kind: ImportKind): string[] {
  if (row.memberId !== null) return [];
  const { platform, externalId, handle } = row.account;
  const names = [
    ...(externalId === null ? [] : [`i ${platform} ${externalId}`]),
    ...(handle === null ? [] : [`h ${platform} ${handleKey(handle)}`]),
  ];
  if (kind === "creators") return names;
  const [name = ""] = names;
  if (row.post) return [`${name} ${row.post.externalKey}`];
  const [snapshot] = row.snapshots;
  const [rate] = row.rates;
  const [share] = row.audience;
  if (kind === "snapshots" && snapshot) return [`${name} ${snapshot.observedOn}`];
  if (kind === "rates" && rate) return [`${name} ${rate.deliverable} ${rate.deal} ${rate.validFrom}`];
  // A wide audience row holds all shares of its account; a long one names its own.
  return share ? [`${name} ${row.audience.length === 1 ? `${share.dimension} ${share.key}` : "*"}`] : [];
}
