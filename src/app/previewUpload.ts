import { stat } from "node:fs/promises";
import { readHeaders } from "#connectors/data/readHeaders";
import { readReference } from "#connectors/data/readReference";
import { openTable, titlesOf } from "#connectors/files/openTable";
import { detectKind } from "#core/catalog/import/detectKind";
import { detectPlatform, type PlatformFrom } from "#core/catalog/import/detectPlatform";
import type { Field, ImportKind } from "#core/catalog/import/field";
import { findHeader } from "#core/catalog/import/findHeader";
import { mapColumns } from "#core/catalog/import/mapColumns";
import type { Mapping } from "#core/catalog/import/mapping";
import type { House } from "./house.ts";
import { findUpload } from "./keepUpload.ts";

/** What a file seems to be, column by column, before anything of it is written. Null: the reader has to say it. */
export interface UploadPreview {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly as: ImportKind | null;
  readonly platform: string | null;
  readonly platformFrom: PlatformFrom | null;
  readonly columns: readonly {
    readonly name: string;
    readonly field: Field | null;
    readonly samples: readonly string[];
  }[];
}

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 80;

/** Reads the first rows of an upload and maps them, with what the reader settled already. Throws bad-input when it is no table. */
export async function previewUpload(house: House, id: string, settled: Mapping): Promise<UploadPreview> {
  const { name, path } = await findUpload(house, id);
  const headers = readHeaders();
  const table = await openTable(path, (rows) => findHeader(rows, settled, headers));
  const first = await table.batches.next();
  await table.batches.return(undefined);
  const sample = first.done ? [] : first.value.map((row) => row.cells);
  const as = settled.as ?? detectKind(table.columns, settled, headers);
  const mapped = as === null ? null : mapColumns(table.columns, as, settled, sample, headers);
  const found = detectPlatform(
    {
      flag: null,
      mapping: settled,
      columns: table.columns,
      hasColumn: mapped?.byField.has("platform") ?? false,
      layoutPlatform: mapped?.layout?.platform ?? null,
      titles: titlesOf(table),
      sample,
      path: name,
    },
    readReference().platforms,
  );
  const fieldAt = new Map<number, Field>();
  for (const [field, bindings] of mapped?.byField ?? [])
    for (const binding of bindings) fieldAt.set(binding.column, field);
  return {
    id,
    name,
    bytes: (await stat(path)).size,
    as,
    platform: found?.platform ?? null,
    platformFrom: found?.from ?? null,
    columns: table.columns.map((column, i) => ({
      name: column,
      field: fieldAt.get(i) ?? null,
      samples: samplesOf(sample, i),
    })),
  };
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const values = new Set<string>();
  for (const cells of rows) {
    const text = (cells[column] ?? "").trim().replace(/\s+/g, " ").slice(0, SAMPLE_CHARACTERS);
    if (text !== "") values.add(text);
    if (values.size === SAMPLES) break;
  }
  return [...values];
}
