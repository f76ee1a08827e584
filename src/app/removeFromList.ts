import { isUuid } from "#core/ids";
import { deleteMembers } from "#storage/lists";
import { changeMembers, type ListChange } from "./changeMembers.ts";
import type { House } from "./house.ts";

/** Takes creators out of a list, and answers how many were in it. Throws not-found for the list. */
export function removeFromList(house: House, change: ListChange): Promise<number> {
  const ids = change.creatorIds.filter(isUuid);
  return changeMembers(house, change, ["emptied", "unlisted"], (trx) =>
    deleteMembers(trx, house.workspaceId, change.listId, ids),
  );
}
