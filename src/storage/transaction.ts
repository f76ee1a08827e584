import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { Db } from "./database.ts";
import { isWorthARetry } from "./faults.ts";
import type { Database } from "./tables.ts";

const ATTEMPTS_MAX = 8;

/**
 * Runs the work in one transaction, again when another one came first (40001, 40P01): the work must be repeatable.
 * Throws what the work throws.
 */
export async function inTransaction<T>(db: Db, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (caught) {
      if (attempt === ATTEMPTS_MAX || !isWorthARetry(caught)) throw caught;
      await pause(randomInt(5 * 2 ** attempt));
    }
  }
}
