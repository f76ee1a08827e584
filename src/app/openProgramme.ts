import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { findProgramme, type ProgrammeRecord } from "#storage/programmes";
import type { House } from "./house.ts";

/** That version of a programme, or its newest. Throws not-found. */
export async function openProgramme(
  house: House,
  id: string,
  version: number | null = null,
): Promise<ProgrammeRecord> {
  const record = isUuid(id) ? await findProgramme(house.db, house.workspaceId, id, version) : null;
  if (record) return record;
  throw new ChoraleError("not-found", sentence("storage.noProgramme", { id }), "programme");
}
