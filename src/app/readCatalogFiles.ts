import { readReference } from "#connectors/data/readReference";
import type { Creator } from "#core/catalog/creator";
import { CreatorAssembly } from "#core/catalog/import/assembleCreators";
import type { Reject } from "#core/catalog/import/catalogRow";
import type { ImportKind } from "#core/catalog/import/field";
import { type Mapping, NO_MAPPING } from "#core/catalog/import/mapping";
import { NoteTally, type TalliedNote } from "#core/catalog/import/noteTally";
import { ChoraleError } from "#core/errors";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { keyedHash53 } from "./memberHash.ts";
import { openCatalogFile } from "./openCatalogFile.ts";
import { refusedWhole } from "./refusedWhole.ts";

/** What became of one file. accepted + rejected = rows; accepted includes unchanged. */
export interface FileReport {
  readonly file: string;
  readonly as: ImportKind;
  readonly platform: string | null;
  readonly platformFrom: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that repeat an earlier one. */
  readonly unchanged: number;
  /** Columns that mean nothing to Chorale. */
  readonly ignored: readonly string[];
  /** Cells left out of accepted rows, such as prices without a currency. */
  readonly notes: readonly TalliedNote[];
  /** The first rejects, at most 100. */
  readonly rejects: readonly Reject[];
}

export interface ReadCatalog {
  readonly creators: readonly Creator[];
  readonly report: readonly FileReport[];
}

const REJECTS_SHOWN = 100;

/**
 * Reads creator files into memory, in the order given, without a database or data folder. Deterministic: the same
 * files on the same day give the same creators. Throws bad-input for a file that is refused whole.
 */
export async function readCatalogFiles(
  paths: readonly string[],
  options: {
    readonly platform?: string | null;
    readonly mapping?: Mapping;
    readonly today: IsoDate;
    /** Where the creators are to be booked, ISO country. */
    readonly market?: string | null;
  },
): Promise<ReadCatalog> {
  const reference = readReference();
  // No secret: nothing of it is stored. One key for all files, so that audiences can be compared.
  const assembly = new CreatorAssembly((memberId) => keyedHash53("in-memory", memberId));
  const report: FileReport[] = [];
  for (const path of paths) {
    const file = await openCatalogFile(path, {
      as: null,
      platform: options.platform ?? null,
      mapping: options.mapping ?? NO_MAPPING,
      reference,
      today: options.today,
      market: options.market ?? null,
      needsFollowers: true,
    });
    if (file.as === "orders") throw notCreators(path, file.as);
    let accepted = 0;
    let unchanged = 0;
    let rejected = 0;
    const rejects: Reject[] = [];
    const tally = new NoteTally();
    for (const sheet of file.unreadSheets) tally.addSheet(sheet);
    const refuse = (reject: Reject) => {
      rejected += 1;
      if (rejects.length < REJECTS_SHOWN) rejects.push(reject);
    };
    for await (const batch of file.batches) {
      for (const row of batch.rows) {
        const verdict = assembly.add(row, file.as);
        if (typeof verdict !== "string") refuse(verdict);
        else {
          accepted += 1;
          if (verdict === "same") unchanged += 1;
          tally.add(row);
        }
      }
      tally.addLines("remark", batch.remarkLines);
      tally.addLines("exampleRow", batch.exampleLines);
      for (const { reject } of batch.rejected) refuse(reject);
      accepted += batch.repeated;
      unchanged += batch.repeated;
    }
    if (accepted === 0) throw refusedWhole("nothingAcceptable", path, rejected, rejects);
    const { as, platformFrom } = file;
    const counts = { rows: accepted + rejected, accepted, rejected, unchanged };
    report.push({
      file: path,
      as,
      platform: file.platformOfRows(),
      platformFrom,
      ...counts,
      ignored: file.ignored,
      notes: tally.notes(),
      rejects,
    });
  }
  return { creators: assembly.creators(), report };
}

function notCreators(path: string, as: ImportKind): ChoraleError {
  return new ChoraleError("bad-input", sentence("catalog.file.notCreators", { as }), path);
}
