import { markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import type { Db } from "#storage/database";
import { appendEvent } from "#storage/events";
import type { House } from "./house.ts";

interface Done {
  readonly verb: string;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Something done to creators at once: what it is called as a whole, and what it is to each of them. */
export interface OfEach {
  readonly actor: string;
  readonly creatorIds: readonly string[];
  /** Null: there is no more to be said than of the one creator. */
  readonly whole: (Done & { readonly noun: string; readonly nounId: string }) | null;
  readonly each: Done;
}

/**
 * The events and the change number of something done to creators at once: the transaction's last writes. The event of the
 * whole comes first, since the first is what a change is called; one of each creator follows for the creator's own history.
 */
export async function recordOfEach(
  trx: Db,
  house: House,
  { actor, creatorIds, whole, each }: OfEach,
): Promise<void> {
  const { workspaceId, newId } = house;
  const event = { actor, before: null, at: house.now() };
  await markCreatorsChanged(trx, workspaceId, creatorIds, await nextChange(trx, workspaceId));
  if (whole !== null) await appendEvent(trx, workspaceId, { ...event, id: newId(), ...whole });
  for (const creatorId of creatorIds)
    await appendEvent(trx, workspaceId, {
      ...{ ...event, id: newId(), noun: "creator", nounId: creatorId },
      ...each,
    });
}
