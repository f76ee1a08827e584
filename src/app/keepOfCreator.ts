import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import { findCreator } from "#storage/creators";
import type { Db } from "#storage/database";
import { appendEvent } from "#storage/events";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

/** Whom a verb is about, and who does it. */
export interface OfCreator {
  readonly creatorId: string;
  readonly actor: string;
}

/** What was done to what is kept about a creator. Never a whole person: no note's text, no contact's value. */
export interface Kept {
  readonly verb: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/**
 * Changes what is kept about a creator, in one transaction that can be undone, with an event of it and a number of the
 * change feed. `work` answers null where nothing changed. Throws not-found for a creator that is not there.
 */
export async function keepOfCreator(
  house: House,
  of: OfCreator,
  work: (trx: Db, creatorId: string) => Promise<Kept | null>,
): Promise<void> {
  const creatorId = await creatorThere(house, of.creatorId);
  await inChange(house, async (trx) => {
    const kept = await work(trx, creatorId);
    if (kept !== null) await recordKept(trx, house, { ...of, creatorId }, kept);
  });
}

/** The event and the change number of something kept about a creator: the transaction's last writes. */
export async function recordKept(
  trx: Db,
  house: House,
  { creatorId, actor }: OfCreator,
  { verb, before, after }: Kept,
): Promise<void> {
  const { workspaceId } = house;
  await markCreatorsChanged(trx, workspaceId, [creatorId], await nextChange(trx, workspaceId));
  await appendEvent(trx, workspaceId, {
    ...{ id: house.newId(), actor, noun: "creator", nounId: creatorId, verb, at: house.now() },
    ...{ before: before ?? null, after: after ?? null },
  });
}

/** The id of a creator, of one that was merged the creator that it is now. Throws not-found. */
export async function creatorThere(house: House, id: string): Promise<string> {
  const found = isUuid(id) ? await findCreator(house.db, house.workspaceId, id) : null;
  if (found === null) throw new ChoraleError("not-found", sentence("catalog.creator.missing", { id }), "id");
  return found;
}
