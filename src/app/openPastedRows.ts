import { createHash } from "node:crypto";
import { readHeaders } from "#connectors/data/readHeaders";
import { readPasteForms } from "#connectors/data/readPasteForms";
import { readPlausibility } from "#connectors/data/readPlausibility";
import type { CatalogRow } from "#core/catalog/import/catalogRow";
import type { PlatformFrom } from "#core/catalog/import/detectPlatform";
import { priceFactsIn } from "#core/catalog/import/headerNote";
import { mapColumns } from "#core/catalog/import/mapColumns";
import type { Mapping } from "#core/catalog/import/mapping";
import { isReject, readRow } from "#core/catalog/import/readRow";
import { RepeatedKeys } from "#core/catalog/import/repeatedKeys";
import { type RowContext, Sources } from "#core/catalog/import/rowContext";
import { type PastedRow, pastedTable } from "#core/catalog/paste/pastedRow";
import type { Reference } from "#core/catalog/reference";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import type { CatalogBatch, CatalogFile, RejectedRow } from "./openCatalogFile.ts";

export interface PastedSource {
  /** What the paste or file is called, and whom its figures come from. */
  readonly file: string;
  readonly label: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly platformFrom: PlatformFrom;
  readonly mapping: Mapping;
  readonly reference: Reference;
  readonly today: IsoDate;
  readonly market: string | null;
  /** A plan needs them; a catalog can wait for them. */
  readonly needsFollowers: boolean;
}

/** The lines of a paste as a catalog file: the rules of every import hold for them, and its rejects and repeats. */
export function openPastedRows(rows: readonly PastedRow[], source: PastedSource): CatalogFile {
  const { file, label, mapping, reference, today } = source;
  const table = pastedTable(rows);
  const columns = mapColumns(table.columns, "creators", { columns: table.fields }, [], readHeaders());
  const context: RowContext = {
    reference,
    pasteForms: readPasteForms(),
    columns,
    mapping,
    platform: null,
    sourceLabel: label,
    fileDay: mapping.source?.observedOn ?? null,
    titleCurrency: null,
    titleSign: null,
    market: source.market,
    titleFacts: priceFactsIn(""),
    today,
    plausibility: readPlausibility(),
    sources: new Sources(),
    audienceKeys: new Map(),
  };
  // Written as "about": whoever typed it did not count.
  const roughly: RowContext = {
    ...context,
    mapping: { ...mapping, source: { trust: "C", ...mapping.source, method: "estimated" } },
  };
  const repeated = new RepeatedKeys(columns);
  const readPasted = (row: PastedRow, cells: readonly string[]): CatalogRow | RejectedRow | "same" => {
    const { line, fault } = row;
    if (fault !== null) return { reject: { line, ...fault }, cells };
    if (source.needsFollowers && row.followers === "")
      return {
        reject: { line, column: "followers", value: row.text, rule: sentence("paste.noFollowers") },
        cells,
      };
    const read = readRow(line, cells, row.rough ? roughly : context);
    if (isReject(read)) return { reject: read, cells };
    const verdict = repeated.check(read);
    if (verdict === "same") return verdict;
    if (verdict !== "new") return { reject: verdict, cells };
    const open =
      row.followers === "" ? [{ column: "followers", rule: sentence("paste.withoutFollowers") }] : [];
    return { ...read, notes: [...read.notes, ...row.notes, ...open] };
  };
  const platforms = new Set(
    rows.flatMap(({ account, fault }) => (fault === null ? (account?.platform ?? []) : [])),
  );
  async function* batches(): AsyncGenerator<CatalogBatch> {
    const accepted: CatalogRow[] = [];
    const kept: (readonly string[])[] = [];
    const rejected: RejectedRow[] = [];
    let same = 0;
    for (const row of rows) {
      const cells = table.cellsOf(row);
      const read = readPasted(row, cells);
      if (read === "same") same += 1;
      else if ("reject" in read) rejected.push(read);
      else {
        accepted.push(read);
        kept.push(cells);
      }
    }
    yield { rows: accepted, cells: kept, repeated: same, remarkLines: [], exampleLines: [], rejected };
  }
  return {
    file,
    as: "handles",
    platform: null,
    platformOfRows: () => (platforms.size === 1 ? ([...platforms][0] ?? null) : null),
    platformFrom: source.platformFrom,
    sha256: source.sha256,
    mappingSha256: createHash("sha256")
      .update(JSON.stringify(["handles", mapping]))
      .digest("hex"),
    bytes: source.bytes,
    bytesRead: () => source.bytes,
    columns: table.columns,
    ignored: [],
    unreadSheets: [],
    batches: batches(),
  };
}
