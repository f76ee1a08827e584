import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { markChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import { appendEvent } from "#storage/events";
import { type EvidenceRecord, markSource, selectEvidence } from "#storage/evidence";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

/** One piece of evidence, taken back or not. Throws not-found. */
export async function findEvidence(house: House, id: string): Promise<EvidenceRecord> {
  const [record] = isUuid(id) ? await selectEvidence(house.db, house.workspaceId, { id }) : [];
  if (!record) throw new ChoraleError("not-found", sentence("evidence.missing"), "id");
  return record;
}

/** Takes evidence back together with its figures, or puts both back; file and rows stay. Throws not-found. */
export async function removeEvidence(
  house: House,
  id: string,
  verb: "removed" | "restored",
): Promise<EvidenceRecord> {
  const record = await findEvidence(house, id);
  const at = house.now();
  const removedAt = verb === "removed" ? at : null;
  const { workspaceId } = house;
  await inChange(house, async (trx) => {
    await markSource(trx, workspaceId, record.sourceId, removedAt);
    await markChanged(trx, workspaceId, [record.accountId], await nextChange(trx, workspaceId));
    await appendEvent(trx, workspaceId, {
      ...{ id: house.newId(), actor: "owner", noun: "evidence", nounId: id, verb, at },
      ...{ before: { removedAt: record.removedAt }, after: { removedAt, fileName: record.fileName } },
    });
  });
  return { ...record, removedAt };
}
