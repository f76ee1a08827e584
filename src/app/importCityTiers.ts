import { createHash } from "node:crypto";
import { basename, extname, join } from "node:path";
import { readHeaders } from "#connectors/data/readHeaders";
import { readReference } from "#connectors/data/readReference";
import { openTable } from "#connectors/files/openTable";
import { RejectsFile } from "#connectors/files/rejectsFile";
import type { Reject } from "#core/catalog/import/catalogRow";
import { type CityTierRow, readCityTier } from "#core/catalog/import/cityTierRow";
import { mapColumns } from "#core/catalog/import/mapColumns";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { addCityTiers, cityTiersOf } from "#storage/cityTiers";
import type { Db } from "#storage/database";
import { appendEvent } from "#storage/events";
import { addImport } from "#storage/imports";
import type { House } from "./house.ts";
import type { ImportedFile, ImportOptions } from "./importFiles.ts";
import { inChange } from "./inChange.ts";
import { refusedWhole } from "./refusedWhole.ts";
import { originalName, rejectsName } from "./rejectsName.ts";

/**
 * Imports a ranking of cities, which no platform has: its name and year come from the mapping file, else from the
 * file's name. Throws bad-input as importFile does.
 */
export async function importCityTiers(
  house: House,
  path: string,
  options: ImportOptions,
): Promise<ImportedFile> {
  return inChange(house, async (trx) => {
    const importId = house.newId();
    const rejects = new RejectsFile(join(house.rejectsDir, rejectsName(importId, null, path)));
    try {
      return await importRanking(trx, house, path, options, importId, rejects);
    } catch (caught) {
      await rejects.discard();
      throw caught;
    }
  });
}

async function importRanking(
  trx: Db,
  house: House,
  path: string,
  options: ImportOptions,
  importId: string,
  rejects: RejectsFile,
): Promise<ImportedFile> {
  const mapping = options.mapping ?? NO_MAPPING;
  const table = await openTable(path);
  const columns = mapColumns(table.columns, "city-tiers", mapping, [], readHeaders());
  if (!columns.byField.has("city") || !columns.byField.has("cityTier"))
    throw new ChoraleError("bad-input", sentence("catalog.file.noCityTier"), path);
  const name = originalName(basename(path));
  const label = mapping.source?.label ?? name.slice(0, name.length - extname(name).length);
  const year = yearOf(mapping.source?.observedOn ?? name) ?? house.now().getUTCFullYear();
  const stored = await cityTiersOf(trx, house.workspaceId, label);
  const seen = new Map<string, string>();
  const fresh: CityTierRow[] = [];
  const shown: Reject[] = [];
  let [accepted, rejected, unchanged] = [0, 0, 0];
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      const row = readCityTier(cells, columns, readReference().cities);
      const known = "rule" in row ? undefined : (seen.get(row.city) ?? stored.get(row.city));
      if ("rule" in row || (known !== undefined && known !== row.tier)) {
        const fault =
          "rule" in row
            ? row
            : { column: "", value: row.tier, rule: sentence("catalog.rule.storedOtherwise") };
        rejected += 1;
        shown.push({ line, ...fault });
        await rejects.add(table.columns, cells, [
          String(line),
          fault.column,
          fault.value,
          options.say(fault.rule),
        ]);
        continue;
      }
      accepted += 1;
      seen.set(row.city, row.tier);
      if (known === undefined) fresh.push(row);
      else unchanged += 1;
    }
  }
  if (accepted === 0) throw refusedWhole("nothingAcceptable", path, rejected, shown);
  if (options.strict && rejected > 0) throw refusedWhole("strict", path, rejected, shown);
  const rejectsFile = await rejects.close();
  const counts = { rows: accepted + rejected, accepted, rejected, unchanged };
  if (fresh.length > 0) {
    const mappingSha256 = createHash("sha256").update(JSON.stringify(mapping)).digest("hex");
    const made = { id: importId, as: "city-tiers", platform: null, platformFrom: "", ...counts } as const;
    const file = {
      fileName: name,
      fileSha256: table.sha256,
      mappingSha256,
      rejectsPath: rejectsFile,
      at: house.now(),
    };
    await addImport(trx, house.workspaceId, { ...made, ...file });
    await addCityTiers(trx, house.workspaceId, { label, year, importId }, fresh, house.newId);
    const event = { noun: "import", nounId: importId, verb: "imported", actor: "user", at: house.now() };
    const after = { as: "city-tiers", platform: null, fileName: name, ...counts };
    await appendEvent(trx, house.workspaceId, { id: house.newId(), ...event, before: null, after });
  }
  const said = { as: "city-tiers", platform: null, platformFrom: null, ...counts } as const;
  return {
    file: path,
    ...said,
    rejectsFile,
    ignored: columns.ignored,
    notes: [],
    rejects: shown.slice(0, 100),
  };
}

function yearOf(text: string): number | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(text);
  return match ? Number(match[1]) : null;
}
