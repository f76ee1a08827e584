import { extname } from "node:path";
import { readHeaders } from "#connectors/data/readHeaders";
import { readReference } from "#connectors/data/readReference";
import { type CityTierRow, readCityTier } from "#core/catalog/import/cityTierRow";
import { mapColumns } from "#core/catalog/import/mapColumns";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { addCityTiers, cityTiersOf } from "#storage/cityTiers";
import type { Db } from "#storage/database";
import type { House } from "./house.ts";
import type { ImportedFile, ImportOptions } from "./importFiles.ts";
import { importPlainRows, type PlainRows, type PlainTable } from "./importPlainRows.ts";

/**
 * Imports a ranking of cities, which no platform has: its name and year come from the mapping file, else from the
 * file's name. Throws bad-input as importFile does.
 */
export function importCityTiers(house: House, path: string, options: ImportOptions): Promise<ImportedFile> {
  return importPlainRows(house, path, options, "city-tiers", (trx, table) =>
    openRanking(trx, house, table, options),
  );
}

async function openRanking(
  trx: Db,
  house: House,
  { path, name, columns: headers }: PlainTable,
  options: ImportOptions,
): Promise<PlainRows> {
  const mapping = options.mapping ?? NO_MAPPING;
  const columns = mapColumns(headers, "city-tiers", mapping, [], readHeaders());
  if (!columns.byField.has("city") || !columns.byField.has("cityTier"))
    throw new ChoraleError("bad-input", sentence("catalog.file.noCityTier"), path);
  const label = mapping.source?.label ?? name.slice(0, name.length - extname(name).length);
  const year = yearOf(mapping.source?.observedOn ?? name) ?? house.now().getUTCFullYear();
  const known = await cityTiersOf(trx, house.workspaceId, label);
  const fresh: CityTierRow[] = [];
  return {
    ignored: columns.ignored,
    keepsRejected: true,
    take(cells) {
      const row = readCityTier(cells, columns, readReference().cities);
      if ("rule" in row) return row;
      const tier = known.get(row.city);
      if (tier !== undefined && tier !== row.tier)
        return { column: "", value: row.tier, rule: sentence("catalog.rule.storedOtherwise") };
      if (tier !== undefined) return "same";
      known.set(row.city, row.tier);
      fresh.push(row);
      return "new";
    },
    async whatIsNew() {
      const write = (importId: string) =>
        addCityTiers(trx, house.workspaceId, { label, year, importId }, fresh, house.newId);
      return { hasChanged: fresh.length > 0, beyond: {}, write };
    },
  };
}

function yearOf(text: string): number | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(text);
  return match ? Number(match[1]) : null;
}
