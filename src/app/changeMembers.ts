import type { Db } from "#storage/database";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { recordOfEach } from "./recordOfEach.ts";
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
  const { name } = await findList(house, listId);
  return inChange(house, async (trx) => {
    const moved = await work(trx);
    if (moved.length === 0) return 0;
    await recordOfEach(trx, house, {
      ...{ actor, creatorIds: moved },
      whole: { noun: "list", nounId: listId, verb: ofList, after: { name, count: moved.length } },
      each: { verb: ofCreator, after: { name, list: listId } },
    });
    return moved.length;
  });
}
