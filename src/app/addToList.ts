import { isUuid } from "#core/ids";
import { addMembers } from "#storage/lists";
import { changeMembers, type ListChange } from "./changeMembers.ts";
import type { House } from "./house.ts";

/**
 * Puts creators into a list, and answers how many were not in it before; strangers and those already in it are left.
 * Throws not-found for the list.
 */
export function addToList(house: House, change: ListChange): Promise<number> {
  const ids = change.creatorIds.filter(isUuid);
  return changeMembers(house, change, ["filled", "listed"], (trx) =>
    addMembers(trx, house.workspaceId, change.listId, ids, house.now()),
  );
}
