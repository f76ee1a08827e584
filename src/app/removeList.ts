import { markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import { appendEvent } from "#storage/events";
import { deleteList } from "#storage/lists";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { findList } from "./saveList.ts";

/** Takes a list away; its creators stay. Throws not-found. */
export async function removeList(
  house: House,
  { id, actor }: { readonly id: string; readonly actor: string },
): Promise<void> {
  const { workspaceId } = house;
  const { name, members } = await findList(house, id);
  await inChange(house, async (trx) => {
    const creatorIds = await deleteList(trx, workspaceId, id);
    await markCreatorsChanged(trx, workspaceId, creatorIds, await nextChange(trx, workspaceId));
    await appendEvent(trx, workspaceId, {
      ...{ id: house.newId(), actor, noun: "list", nounId: id, verb: "removed", at: house.now() },
      ...{ before: { name, members }, after: { name } },
    });
  });
}
