import { appendEvent } from "#storage/events";
import { deleteSavedSearch } from "#storage/savedSearches";
import { findSavedSearch } from "./findSavedSearch.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

/** Takes a saved search away; whom it found stays. Throws not-found. */
export async function removeSavedSearch(
  house: House,
  { id, actor }: { readonly id: string; readonly actor: string },
): Promise<void> {
  const { workspaceId } = house;
  const { id: nounId, name } = await findSavedSearch(house, id);
  await inChange(house, async (trx) => {
    await deleteSavedSearch(trx, workspaceId, nounId);
    await appendEvent(trx, workspaceId, {
      ...{ id: house.newId(), actor, noun: "search", nounId, verb: "removed", at: house.now() },
      ...{ before: { name }, after: { name } },
    });
  });
}
