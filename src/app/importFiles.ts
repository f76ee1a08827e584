import { existsSync } from "node:fs";
import { join } from "node:path";
import { readReference } from "#connectors/data/readReference";
import { RejectsFile } from "#connectors/files/rejectsFile";
import type { Reject } from "#core/catalog/import/catalogRow";
import type { ImportKind } from "#core/catalog/import/field";
import { type Mapping, NO_MAPPING } from "#core/catalog/import/mapping";
import { NoteTally, type TalliedNote } from "#core/catalog/import/noteTally";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { nextNumber } from "#storage/counters";
import type { Db } from "#storage/database";
import { appendEvent } from "#storage/events";
import { addImport, findImport } from "#storage/imports";
import { nameImport } from "#storage/sources";
import { audienceKey } from "./audienceKey.ts";
import { CatalogWriter } from "./catalogWriter.ts";
import type { House } from "./house.ts";
import { importCityTiers } from "./importCityTiers.ts";
import { importCustomers } from "./importCustomers.ts";
import { inChange } from "./inChange.ts";
import { keyedHash53 } from "./memberHash.ts";
import { type CatalogFile, openCatalogFile, type RejectedRow } from "./openCatalogFile.ts";
import { readAhead } from "./readAhead.ts";
import { refusedWhole } from "./refusedWhole.ts";
import { rejectsName } from "./rejectsName.ts";

export interface ImportOptions {
  readonly as?: ImportKind | null;
  readonly platform?: string | null;
  readonly mapping?: Mapping;
  /** Any reject refuses the whole file. */
  readonly strict?: boolean;
  /** Words for a rule, for the rejects file. */
  readonly say: (rule: Sentence) => string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytes: number;
  readonly rows: number;
}

/** What became of one file. accepted + rejected = rows; accepted includes unchanged. */
export interface ImportedFile {
  readonly file: string;
  readonly as: ImportKind;
  readonly platform: string | null;
  readonly platformFrom: string | null;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unchanged: number;
  /** Of a file of customers: the creators found among them. */
  readonly matched?: number;
  readonly rejectsFile: string | null;
  /** Columns that mean nothing to Chorale. */
  readonly ignored: readonly string[];
  /** Cells left out of accepted rows, such as prices without a currency. */
  readonly notes: readonly TalliedNote[];
  /** The first rejects, at most 100; all of them are in the file. */
  readonly rejects: readonly Reject[];
}

const REJECTS_SHOWN = 100;

/**
 * Imports one file in one transaction: all of its acceptable rows or nothing. Rejects go to the rejects folder. Throws
 * bad-input when the file is refused whole; then nothing is written.
 */
export async function importFile(house: House, path: string, options: ImportOptions): Promise<ImportedFile> {
  const as = options.as ?? options.mapping?.as;
  if (as === "city-tiers") return importCityTiers(house, path, options);
  if (as === "customers") return importCustomers(house, path, options);
  const open = () =>
    openCatalogFile(path, {
      as: options.as ?? null,
      platform: options.platform ?? null,
      mapping: options.mapping ?? NO_MAPPING,
      reference: readReference(),
      today: dayOf(house.now().getTime()),
    });
  return importCatalog(house, open, options);
}

/** Imports what is opened, as importFile does. */
export async function importCatalog(
  house: House,
  open: () => Promise<CatalogFile>,
  options: Pick<ImportOptions, "strict" | "say" | "onProgress">,
): Promise<ImportedFile> {
  const key = await audienceKey(house.keysDir);
  return inChange(house, async (trx) => {
    const file = await open();
    if (file.as === "orders") throw new ChoraleError("bad-input", sentence("catalog.file.notYet"), file.file);
    // One import a workspace at a time: two files that bring the same creator would both add it.
    await nextNumber(trx, house.workspaceId, "import");
    const importId = house.newId();
    const rejects = new RejectsFile(join(house.rejectsDir, rejectsName(importId, file.platform, file.file)));
    try {
      return await importInto(trx, house, file, importId, rejects, key, options);
    } catch (caught) {
      await rejects.discard();
      throw caught;
    }
  });
}

async function importInto(
  trx: Db,
  house: House,
  file: CatalogFile,
  importId: string,
  rejects: RejectsFile,
  key: Uint8Array,
  options: Pick<ImportOptions, "strict" | "say" | "onProgress">,
): Promise<ImportedFile> {
  const { workspaceId, newId } = house;
  const today = dayOf(house.now().getTime());
  const hashMember = (memberId: string) => keyedHash53(key, memberId);
  const writer = new CatalogWriter({ db: trx, workspaceId, kind: file.as, today, newId, hashMember });
  const shown: Reject[] = [];
  const tally = new NoteTally();
  for (const sheet of file.unreadSheets) tally.addSheet(sheet);
  let [accepted, rejected, unchanged] = [0, 0, 0];
  for await (const batch of readAhead(file.batches)) {
    const written = await writer.write(batch.rows);
    for (const row of batch.rows) tally.add(row);
    tally.addLines("remark", batch.remarkLines);
    tally.addLines("exampleRow", batch.exampleLines);
    const late: RejectedRow[] = written.refused.map(({ index, reject }) => ({
      reject,
      cells: batch.cells[index] ?? [],
    }));
    for (const { reject, cells } of [...batch.rejected, ...late]) {
      if (shown.length < REJECTS_SHOWN) shown.push(reject);
      const { line, column, value, rule } = reject;
      await rejects.add(file.columns, cells, [String(line), column, value, options.say(rule)]);
    }
    rejected += batch.rejected.length + late.length;
    accepted += batch.rows.length - late.length + batch.repeated;
    unchanged += written.unchanged + batch.repeated;
    options.onProgress?.({
      file: file.file,
      bytesRead: file.bytesRead(),
      bytes: file.bytes,
      rows: accepted + rejected,
    });
  }
  if (accepted === 0) throw refusedWhole("nothingAcceptable", file.file, rejected, shown);
  if (options.strict && rejected > 0) throw refusedWhole("strict", file.file, rejected, shown);
  unchanged += await writer.finish();
  const { as, platformFrom } = file;
  const counts = { rows: accepted + rejected, accepted, rejected, unchanged };
  const report = {
    file: file.file,
    as,
    platform: file.platformOfRows(),
    platformFrom,
    ...counts,
    ignored: file.ignored,
    notes: tally.notes(),
    rejects: shown,
  };
  const earlier = writer.hasChanged
    ? null
    : await findImport(trx, workspaceId, file.sha256, file.mappingSha256);
  // The same file again: nothing is new, not even its rejects.
  if (earlier && (rejected === 0 || (earlier.rejectsPath !== null && existsSync(earlier.rejectsPath)))) {
    await rejects.discard();
    return { ...report, rejectsFile: rejected === 0 ? null : earlier.rejectsPath };
  }
  const rejectsFile = await rejects.close();
  await record(trx, house, file, importId, counts, rejectsFile, writer.sourceIds);
  return { ...report, rejectsFile };
}

async function record(
  trx: Db,
  house: House,
  file: CatalogFile,
  importId: string,
  counts: { rows: number; accepted: number; rejected: number; unchanged: number },
  rejectsPath: string | null,
  sourceIds: readonly string[],
): Promise<void> {
  const { as, platform, platformFrom, sha256: fileSha256, mappingSha256 } = file;
  const at = house.now();
  const fileName = file.file.split(/[\\/]/).at(-1) ?? file.file;
  const made = {
    id: importId,
    as,
    platform,
    platformFrom,
    fileName,
    fileSha256,
    mappingSha256,
    ...counts,
    rejectsPath,
    at,
  };
  await addImport(trx, house.workspaceId, made);
  await nameImport(trx, house.workspaceId, sourceIds, importId);
  const after = { as, platform, fileName, ...counts };
  const event = {
    actor: "user",
    noun: "import",
    nounId: importId,
    verb: "imported",
    before: null,
    after,
    at,
  };
  await appendEvent(trx, house.workspaceId, { id: house.newId(), ...event });
}
