import { markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import type { Db } from "#storage/database";
import { appendEvent } from "#storage/events";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { findList } from "./saveList.ts";

/** Which creators, which list, who says so. */
export interface ListChange {
  readonly listId: string;
  readonly creatorIds: readonly string[];
  readonly actor: string;
}

/**
 * Changes who stands in a list, with an event of the list and one of each creator, so that both histories show it.
 * `work` answers whom it moved. Throws not-found for the list.
 */
export async function changeMembers(
  house: House,
  { listId, actor }: ListChange,
  [ofList, ofCreator]: readonly [string, string],
  work: (trx: Db) => Promise<string[]>,
): Promise<number> {
  const { workspaceId, newId } = house;
  const { name } = await findList(house, listId);
  const at = house.now();
  return inChange(house, async (trx) => {
    const moved = await work(trx);
    if (moved.length === 0) return 0;
    await markCreatorsChanged(trx, workspaceId, moved, await nextChange(trx, workspaceId));
    const event = { actor, before: null, at };
    const ofThis = { id: newId(), noun: "list", nounId: listId, verb: ofList };
    await appendEvent(trx, workspaceId, { ...event, ...ofThis, after: { name, count: moved.length } });
    for (const creatorId of moved) {
      const ofOne = { id: newId(), noun: "creator", nounId: creatorId, verb: ofCreator };
      await appendEvent(trx, workspaceId, { ...event, ...ofOne, after: { name, list: listId } });
    }
    return moved.length;
  });
}
