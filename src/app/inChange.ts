import { startChange } from "#storage/changes";
import type { Db } from "#storage/database";
import { inTransaction } from "#storage/transaction";
import type { House } from "./house.ts";

/**
 * Runs a verb's writes in one transaction that can be undone as one: every row it adds carries the change's id, every
 * row it changes is kept as it was. Whoever writes by a verb writes in here.
 */
export function inChange<T>(house: House, work: (trx: Db) => Promise<T>): Promise<T> {
  return inTransaction(house.db, async (trx) => {
    await startChange(trx, house.workspaceId, house.newId());
    return work(trx);
  });
}
