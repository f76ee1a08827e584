import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { openTable } from "#connectors/files/openTable";
import { RejectsFile } from "#connectors/files/rejectsFile";
import type { Reject } from "#core/catalog/import/catalogRow";
import type { ImportKind } from "#core/catalog/import/field";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import type { CellFault } from "#core/catalog/import/rowCells";
import type { Db } from "#storage/database";
import { appendEvent } from "#storage/events";
import { addImport, findImport } from "#storage/imports";
import type { House } from "./house.ts";
import type { ImportedFile, ImportOptions } from "./importFiles.ts";
import { inChange } from "./inChange.ts";
import { refusedWhole } from "./refusedWhole.ts";
import { originalName, rejectsName } from "./rejectsName.ts";

/** What takes the rows of a file that are no accounts, and writes them when the last has come. */
export interface PlainRows {
  readonly ignored: readonly string[];
  /** Whether a rejects file may hold the rejected rows; else it holds where and why alone. */
  readonly keepsRejected: boolean;
  take(cells: readonly string[]): "new" | "same" | CellFault;
  /** Called when the last row was taken. */
  whatIsNew(): Promise<NewOfRows>;
}

export interface NewOfRows {
  readonly hasChanged: boolean;
  /** What the report says beyond its counts. */
  readonly beyond: Pick<ImportedFile, "matched">;
  write(importId: string): Promise<void>;
}

/** A file as its rows' reader sees it. */
export interface PlainTable {
  readonly path: string;
  /** The original's, of a rejects file too. */
  readonly name: string;
  readonly columns: readonly string[];
}

const REJECTS_SHOWN = 100;

/** Imports a file whose rows are no accounts, in one transaction. Throws bad-input as importFile does. */
export async function importPlainRows(
  house: House,
  path: string,
  options: ImportOptions,
  as: ImportKind,
  open: (trx: Db, table: PlainTable) => Promise<PlainRows>,
): Promise<ImportedFile> {
  return inChange(house, async (trx) => {
    const importId = house.newId();
    const rejects = new RejectsFile(join(house.rejectsDir, rejectsName(importId, null, path)));
    try {
      return await importTable(trx, house, path, options, as, open, importId, rejects);
    } catch (caught) {
      await rejects.discard();
      throw caught;
    }
  });
}

async function importTable(
  trx: Db,
  house: House,
  path: string,
  options: ImportOptions,
  as: ImportKind,
  open: (trx: Db, table: PlainTable) => Promise<PlainRows>,
  importId: string,
  rejects: RejectsFile,
): Promise<ImportedFile> {
  const table = await openTable(path);
  const name = originalName(basename(path));
  const rows = await open(trx, { path, name, columns: table.columns });
  const shown: Reject[] = [];
  let [accepted, rejected, unchanged] = [0, 0, 0];
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      const taken = rows.take(cells);
      if (typeof taken === "string") {
        accepted += 1;
        if (taken === "same") unchanged += 1;
        continue;
      }
      rejected += 1;
      const { column, value, rule } = taken;
      if (shown.length < REJECTS_SHOWN) shown.push({ line, ...taken });
      const kept = rows.keepsRejected ? [table.columns, cells] : [[], []];
      await rejects.add(kept[0] ?? [], kept[1] ?? [], [String(line), column, value, options.say(rule)]);
    }
  }
  if (accepted === 0) throw refusedWhole("nothingAcceptable", path, rejected, shown);
  if (options.strict && rejected > 0) throw refusedWhole("strict", path, rejected, shown);
  const { hasChanged, beyond, write } = await rows.whatIsNew();
  const mappingSha256 = createHash("sha256")
    .update(JSON.stringify(options.mapping ?? NO_MAPPING))
    .digest("hex");
  const file = { fileName: name, fileSha256: table.sha256, mappingSha256 };
  const earlier = hasChanged ? null : await findImport(trx, house.workspaceId, table.sha256, mappingSha256);
  if (earlier) unchanged = accepted;
  const counts = { rows: accepted + rejected, accepted, rejected, unchanged };
  const report = { file: path, as, platform: null, platformFrom: null, ...counts, ...beyond, notes: [] };
  const said = { ...report, ignored: rows.ignored, rejects: shown };
  // The same file again: nothing is new, not even its rejects.
  if (earlier && (rejected === 0 || (earlier.rejectsPath !== null && existsSync(earlier.rejectsPath)))) {
    await rejects.discard();
    return { ...said, rejectsFile: rejected === 0 ? null : earlier.rejectsPath };
  }
  const rejectsFile = await rejects.close();
  const made = { id: importId, as, platform: null, platformFrom: "", ...counts, ...file, at: house.now() };
  await addImport(trx, house.workspaceId, { ...made, rejectsPath: rejectsFile });
  await write(importId);
  const event = { noun: "import", nounId: importId, verb: "imported", actor: "user", at: house.now() };
  const after = { as, platform: null, fileName: name, ...counts };
  await appendEvent(trx, house.workspaceId, { id: house.newId(), ...event, before: null, after });
  return { ...said, rejectsFile };
}
