import { sentence } from "#core/sentence";
import { readAccount } from "./accountPart.ts";
import { readAudience } from "./audiencePart.ts";
import type { CatalogRow, Reject } from "./catalogRow.ts";
import { readCollaborations } from "./collaborationPart.ts";
import { readPost } from "./postPart.ts";
import { readRates } from "./ratePart.ts";
import { RowCells } from "./rowCells.ts";
import { provenanceOf, type RowContext } from "./rowContext.ts";
import { readRowDay, readSnapshots } from "./snapshotPart.ts";

/** One row of a table as a row of the catalog, or the first rule that it breaks. */
export function readRow(line: number, texts: readonly string[], context: RowContext): CatalogRow | Reject {
  const { columns } = context.columns;
  const surplus = texts.slice(columns.length).find((text) => text.trim() !== "");
  if (texts.length < columns.length || surplus !== undefined) {
    const rule = sentence("catalog.rule.cellCount", { cells: texts.length, columns: columns.length });
    return { line, column: "", value: surplus ?? texts.at(-1) ?? "", rule };
  }
  const cells = new RowCells(context.columns, texts);
  const account = readAccount(cells, context);
  const day = readRowDay(cells, context);
  const post = context.columns.kind === "posts" ? readPost(cells, context, account.platform, day) : null;
  const source = provenanceOf(context, false, day);
  const row: CatalogRow = {
    line,
    account,
    snapshots: context.columns.kind === "posts" ? [] : readSnapshots(cells, context, day),
    audience: readAudience(cells, context, day),
    rates: readRates(cells, context, account, day),
    post,
    collaborations: readCollaborations(cells, context, post, source),
    memberId: cells.text("memberId"),
    source,
    dated: day !== null,
    notes: cells.notes,
  };
  if (cells.fault) return { line, ...cells.fault };
  const empty = emptyRule(row, context);
  return empty === null ? row : { line, column: "", value: "", rule: sentence(empty) };
}

export function isReject(row: CatalogRow | Reject): row is Reject {
  return "rule" in row;
}

// A row of a series without a figure, or of an audience without a member or share, says nothing that could be kept.
function emptyRule(row: CatalogRow, { columns }: RowContext): string | null {
  if (columns.kind === "snapshots" && row.snapshots.length === 0) return "catalog.rule.noFigure";
  if (columns.kind === "audience" && row.memberId === null && row.audience.length === 0)
    return "catalog.rule.noAudience";
  return columns.kind === "rates" && row.rates.length === 0 ? "catalog.rule.noPrice" : null;
}
