import type { Db } from "./database.ts";

/**
 * The next number of a counter; the first is 1. Call it once a transaction, as its last statement but the writes that
 * carry it: the row stays locked until the commit, which is what makes commit order equal number order.
 */
export async function nextNumber(trx: Db, workspaceId: string, name: string): Promise<number> {
  const row = await trx
    .insertInto("counter")
    .values({ workspace_id: workspaceId, name, value: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "name"])
        .doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return row.value;
}

/** The change feed's number: what is written with it is seen by a reader that asks for larger ones. */
export function nextChange(trx: Db, workspaceId: string): Promise<number> {
  return nextNumber(trx, workspaceId, "change");
}
