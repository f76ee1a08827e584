import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { readReference } from "#connectors/data/readReference";
import type { CatalogRow, Reject } from "#core/catalog/import/catalogRow";
import type { ImportKind } from "#core/catalog/import/field";
import { type Mapping, NO_MAPPING } from "#core/catalog/import/mapping";
import { openCatalogFile } from "./openCatalogFile.ts";

export const folder = mkdtempSync(join(tmpdir(), "chorale-catalog-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export async function open(
  text: string,
  given: { name?: string; platform?: string; as?: ImportKind; mapping?: Mapping } = {},
) {
  const path = join(folder, given.name ?? "list.csv");
  writeFileSync(path, text);
  const file = await openCatalogFile(path, {
    as: given.as ?? null,
    platform: given.platform ?? null,
    mapping: given.mapping ?? NO_MAPPING,
    reference: readReference(),
    today: "2026-03-02",
  });
  const rows: CatalogRow[] = [];
  const rejects: Reject[] = [];
  let repeated = 0;
  for await (const batch of file.batches) {
    rows.push(...batch.rows);
    rejects.push(...batch.rejected.map(({ reject }) => reject));
    repeated += batch.repeated;
  }
  return {
    file,
    rows,
    repeated,
    rejects: rejects.map(({ line, column, value, rule }) => [
      line,
      column,
      value,
      rule.key.split(".").at(-1),
    ]),
  };
}

export const onInstagram = { platform: "instagram" };
