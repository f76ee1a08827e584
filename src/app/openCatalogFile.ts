import { createHash } from "node:crypto";
import { basename } from "node:path";
import { readHeaders } from "#connectors/data/readHeaders";
import { readPasteForms } from "#connectors/data/readPasteForms";
import { readPlausibility } from "#connectors/data/readPlausibility";
import { openTable, titlesOf } from "#connectors/files/openTable";
import type { CatalogRow, Reject } from "#core/catalog/import/catalogRow";
import { dayInName, dayInTitles, isAhead } from "#core/catalog/import/dateText";
import { detectKind } from "#core/catalog/import/detectKind";
import { detectPlatform, type PlatformFrom } from "#core/catalog/import/detectPlatform";
import { IMPORT_KINDS, type ImportKind } from "#core/catalog/import/field";
import { findHeader } from "#core/catalog/import/findHeader";
import { priceFactsIn } from "#core/catalog/import/headerNote";
import { mapColumns } from "#core/catalog/import/mapColumns";
import type { Mapping } from "#core/catalog/import/mapping";
import { currencyIn, signIn } from "#core/catalog/import/priceText";
import { isReject, readRow } from "#core/catalog/import/readRow";
import { isRemark } from "#core/catalog/import/remark";
import { RepeatedKeys } from "#core/catalog/import/repeatedKeys";
import { type RowContext, Sources } from "#core/catalog/import/rowContext";
import { EXAMPLE_HANDLE } from "#core/catalog/import/template";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError } from "#core/errors";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { openHandleList } from "./openHandleList.ts";
import { originalName } from "./rejectsName.ts";

export interface CatalogFileOptions {
  readonly as: ImportKind | null;
  readonly platform: string | null;
  readonly mapping: Mapping;
  readonly reference: Reference;
  readonly today: IsoDate;
  /** Where its creators are to be booked (ISO country): a price without a currency may be meant in its money. */
  readonly market?: string | null;
  /** Of a list of handles: a line without followers is refused, since a plan cannot do without. */
  readonly needsFollowers?: boolean;
}

export interface RejectedRow {
  readonly reject: Reject;
  readonly cells: readonly string[];
}

/** What came of some rows: acceptable ones, the lines that only repeat earlier ones, and those that break a rule. */
export interface CatalogBatch {
  readonly rows: readonly CatalogRow[];
  /** The cells of each of `rows`, should it be refused after all. */
  readonly cells: readonly (readonly string[])[];
  readonly repeated: number;
  /** The lines that are no rows of the table: remarks under it, headings in it, totals. */
  readonly remarkLines: readonly number[];
  /** Those of a template's example. */
  readonly exampleLines: readonly number[];
  readonly rejected: readonly RejectedRow[];
}

/** A file whose rows are understood; the rows come once, while it is being read. */
export interface CatalogFile {
  readonly file: string;
  readonly as: ImportKind;
  /** Null: every row names its own. */
  readonly platform: string | null;
  readonly platformFrom: PlatformFrom;
  /** Once all batches are read: also the one platform that a column names in every acceptable row. */
  readonly platformOfRows: () => string | null;
  readonly sha256: string;
  readonly mappingSha256: string;
  readonly bytes: number;
  readonly bytesRead: () => number;
  readonly columns: readonly string[];
  /** Columns that mean nothing to Chorale. */
  readonly ignored: readonly string[];
  /** Sheets of the workbook that hold a table too; one file is one table. */
  readonly unreadSheets: readonly string[];
  readonly batches: AsyncGenerator<CatalogBatch>;
}

/**
 * Opens a catalog file and settles what its rows and columns are. Throws bad-input when it is no table, when its
 * headers name no account, or when no platform can be told.
 */
export async function openCatalogFile(path: string, options: CatalogFileOptions): Promise<CatalogFile> {
  const { mapping, reference, today } = options;
  const observedOn = mapping.source?.observedOn ?? null;
  if (observedOn !== null && isAhead(observedOn, today))
    throw fileFault(path, "observedAhead", { observedOn, today });
  const list = await openHandleList(path, options);
  if (list !== null) return list;
  const headers = readHeaders();
  const table = await openTable(path, (rows) => findHeader(rows, mapping, headers));
  const first = await table.batches.next();
  if (first.done) throw fileFault(path, "noRows");
  const sample = first.value.map((row) => row.cells);
  const as = options.as ?? mapping.as ?? detectKind(table.columns, mapping, headers);
  if (as === null) throw fileFault(path, "unknownKind", { allowed: IMPORT_KINDS.join(" ") });
  if (as === "city-tiers") throw fileFault(path, "sayCityTiers");
  if (as === "customers") throw fileFault(path, "sayCustomers");
  const columns = mapColumns(table.columns, as, mapping, sample, headers);
  const found = detectPlatform(
    {
      flag: options.platform,
      mapping,
      columns: table.columns,
      hasColumn: columns.byField.has("platform"),
      layoutPlatform: columns.layout?.platform ?? null,
      titles: titlesOf(table),
      sample,
      path,
    },
    reference.platforms,
  );
  if (found === null || (found.platform === null && found.from !== "column" && found.from !== "addresses")) {
    const known = reference.platforms.map((platform) => platform.slug).join(" ");
    throw fileFault(path, found === null ? "unknownPlatform" : "badPlatform", { known });
  }
  const name = originalName(basename(path));
  // A rate card of next month was made before it: that day is none of its figures'.
  const writtenDay = [dayInName(name), dayInTitles(table.preamble)].find(
    (day) => day !== null && !isAhead(day, today),
  );
  const context: RowContext = {
    reference,
    pasteForms: readPasteForms(),
    columns,
    mapping,
    platform: found.platform,
    sourceLabel: mapping.source?.label ?? name,
    fileDay: observedOn ?? writtenDay ?? null,
    titleCurrency: table.preamble.map(currencyIn).find((currency) => currency !== null) ?? null,
    titleSign: table.preamble.map(signIn).find((sign) => sign !== null) ?? null,
    market: options.market ?? null,
    titleFacts: priceFactsIn(table.preamble.join(" ")),
    today,
    plausibility: readPlausibility(),
    sources: new Sources(),
    audienceKeys: new Map(),
  };
  const repeated = new RepeatedKeys(columns);
  const platforms = new Set<string>();
  async function* batches(): AsyncGenerator<CatalogBatch> {
    let next: IteratorResult<readonly { line: number; cells: readonly string[] }[]> = first;
    while (!next.done) {
      const batch = readBatch(next.value, context, repeated);
      for (const { account } of batch.rows) platforms.add(account.platform);
      yield batch;
      next = await table.batches.next();
    }
  }
  return {
    file: path,
    as,
    platform: found.platform,
    platformFrom: found.from,
    sha256: table.sha256,
    mappingSha256: createHash("sha256")
      .update(JSON.stringify([as, found.platform, mapping]))
      .digest("hex"),
    bytes: table.bytes,
    bytesRead: table.bytesRead,
    platformOfRows: () => found.platform ?? (platforms.size === 1 ? ([...platforms][0] ?? null) : null),
    columns: table.columns,
    ignored: columns.ignored,
    unreadSheets: table.unreadSheets,
    batches: batches(),
  };
}

function readBatch(
  batch: readonly { readonly line: number; readonly cells: readonly string[] }[],
  context: RowContext,
  repeatedKeys: RepeatedKeys,
): CatalogBatch {
  const rows: CatalogRow[] = [];
  const kept: (readonly string[])[] = [];
  const rejected: RejectedRow[] = [];
  const remarkLines: number[] = [];
  const exampleLines: number[] = [];
  const mayHaveRemarks = context.columns.kind === "creators" || context.columns.kind === "rates";
  let repeated = 0;
  for (const { line, cells } of batch) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (mayHaveRemarks && isRemark(cells, context.columns)) {
      remarkLines.push(line);
      continue;
    }
    if (mayHaveRemarks && cells.includes(EXAMPLE_HANDLE)) {
      exampleLines.push(line);
      continue;
    }
    const row = readRow(line, cells, context);
    const verdict = isReject(row) ? row : repeatedKeys.check(row);
    if (typeof verdict !== "string") rejected.push({ reject: verdict, cells });
    else if (verdict === "same") repeated += 1;
    else if (!isReject(row)) {
      rows.push(row);
      kept.push(cells);
    }
  }
  return { rows, cells: kept, repeated, remarkLines, exampleLines, rejected };
}

function fileFault(path: string, key: string, values: Readonly<Record<string, string>> = {}): ChoraleError {
  const rule = sentence(`catalog.file.${key}`, values);
  return new ChoraleError("bad-input", rule, path, [{ at: path, rule, value: null }]);
}
