import { createHash } from "node:crypto";
import { parseProgramme } from "#core/brief/parseProgramme";
import { canonicalJson } from "#core/canonicalJson";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { appendEvent } from "#storage/events";
import { isDuplicate } from "#storage/faults";
import { insertProgramme, type ProgrammeRecord } from "#storage/programmes";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { inChange } from "./inChange.ts";
import { openProgramme } from "./openProgramme.ts";
import type { BriefToSave } from "./saveBrief.ts";

/**
 * Keeps a programme: a new one, or with an id the next version of one. The same document again is the version that is
 * there. Throws bad-input with every problem of the document, not-found, and conflict when somebody else saved the same
 * programme at that moment.
 */
export async function saveProgramme(
  house: House,
  { id, document, actor }: BriefToSave,
): Promise<ProgrammeRecord> {
  const { workspaceId } = house;
  const madeAt = house.now();
  const { name } = parseProgramme(document, await houseReference(house), dayOf(madeAt.getTime()));
  const sha256 = createHash("sha256").update(canonicalJson(document)).digest("hex");
  const before = id === null ? null : await openProgramme(house, id);
  if (before?.sha256 === sha256) return before;

  const version = (before?.version ?? 0) + 1;
  const record: ProgrammeRecord = { id: id ?? house.newId(), version, name, document, sha256, madeAt };
  try {
    await inChange(house, async (trx) => {
      await insertProgramme(trx, workspaceId, record);
      await appendEvent(trx, workspaceId, {
        ...{ id: house.newId(), actor, noun: "programme", nounId: record.id, verb: "saved", at: madeAt },
        before: before && { version: before.version, sha256: before.sha256 },
        after: { version, sha256, name },
      });
    });
  } catch (caught) {
    if (!isDuplicate(caught)) throw caught;
    throw new ChoraleError("conflict", sentence("storage.savedMeanwhile", { name }), "programme");
  }
  return record;
}
