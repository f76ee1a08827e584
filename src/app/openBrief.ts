import type { Brief } from "#core/brief/brief";
import { parseBrief } from "#core/brief/parseBrief";
import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { type BriefRecord, findBrief } from "#storage/briefs";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";

/** A brief with its gaps filled as they were on the day it was made. */
export interface OpenedBrief extends BriefRecord {
  readonly brief: Brief;
}

/** That version of a brief, or its newest. Throws not-found. */
export async function openBrief(
  house: House,
  id: string,
  version: number | null = null,
): Promise<OpenedBrief> {
  const record = isUuid(id) ? await findBrief(house.db, house.workspaceId, id, version) : null;
  if (!record) throw new ChoraleError("not-found", sentence("storage.noBrief", { id }), "brief");
  // A target that lay ahead when the brief was made may lie behind us now; it is still the brief.
  const brief = parseBrief(record.document, await houseReference(house), dayOf(record.madeAt.getTime()));
  return { ...record, brief };
}
