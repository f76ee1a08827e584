import { createHash } from "node:crypto";
import { readPasteForms } from "#connectors/data/readPasteForms";
import { readReference } from "#connectors/data/readReference";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { GridReader, type GridRow } from "#core/catalog/paste/gridRow";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { House } from "./house.ts";
import { type ImportedFile, importCatalog } from "./importFiles.ts";
import { openPastedRows } from "./openPastedRows.ts";
import { PASTED_MOST } from "./previewPaste.ts";

/**
 * Imports the rows of a grid in one transaction, by the rules of every import. The source is named by its day and its
 * content: the same paste again changes nothing, a corrected one of the same day goes before it.
 */
export async function importPaste(
  house: House,
  rows: readonly GridRow[],
  say: (rule: Sentence) => string,
): Promise<ImportedFile> {
  if (rows.length === 0) throw new ChoraleError("bad-input", sentence("paste.empty"), "rows");
  if (rows.length > PASTED_MOST) {
    const rule = sentence("paste.tooMany", { lines: rows.length, most: PASTED_MOST });
    throw new ChoraleError("bad-input", rule, "rows");
  }
  const today = dayOf(house.now().getTime());
  const content = JSON.stringify(rows.map(({ line: _, text: __, ...typed }) => typed));
  const sha256 = createHash("sha256").update(content).digest("hex");
  const label = `paste ${today} ${sha256.slice(0, 6)}`;
  const reader = new GridReader(readPasteForms());
  const open = async () =>
    openPastedRows(
      rows.map((row) => reader.read(row)),
      {
        ...{ file: label, label, sha256, bytes: content.length, mapping: NO_MAPPING, today },
        reference: readReference(),
        platformFrom: "column",
        market: null,
        needsFollowers: false,
      },
    );
  return importCatalog(house, open, { say });
}
