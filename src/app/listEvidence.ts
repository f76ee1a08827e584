import { type EvidenceRecord, selectEvidence } from "#storage/evidence";
import type { House } from "./house.ts";
import { openCreator } from "./openCreator.ts";

/** The evidence of a creator's accounts, the newest first. Throws not-found. */
export async function listEvidence(house: House, creatorId: string): Promise<readonly EvidenceRecord[]> {
  const { accounts } = await openCreator(house, creatorId);
  return selectEvidence(house.db, house.workspaceId, { accountIds: accounts.map(({ id }) => id) });
}
