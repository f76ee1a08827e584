import { sql } from "kysely";
import type { FxRate } from "#core/fx";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** The rates somebody entered in this workspace; the ones that ship are a file. */
export function selectFxRates(db: Db, workspaceId: string): Promise<FxRate[]> {
  return db
    .selectFrom("fx_rate")
    .innerJoin("source", (join) =>
      join
        .onRef("source.workspace_id", "=", "fx_rate.workspace_id")
        .onRef("source.id", "=", "fx_rate.source_id"),
    )
    .select(["base", "quote", "on_date as onDate", "rate_e9 as rateE9", "source.label as source"])
    .where("fx_rate.workspace_id", "=", workspaceId)
    .orderBy("base")
    .orderBy("quote")
    .orderBy("on_date")
    .execute();
}

/** One rate a pair and day: entering it again corrects it. */
export async function putFxRate(trx: Db, workspaceId: string, rate: FxRate, sourceId: string): Promise<void> {
  const same = sql`t.base = ${rate.base} AND t.quote = ${rate.quote} AND t.on_date = ${rate.onDate}::date`;
  await keepBefore(trx, workspaceId, "fx_rate", same);
  const values = { rate_e9: rate.rateE9, source_id: sourceId };
  await trx
    .insertInto("fx_rate")
    .values({
      workspace_id: workspaceId,
      base: rate.base,
      quote: rate.quote,
      on_date: rate.onDate,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "base", "quote", "on_date"]).doUpdateSet(values),
    )
    .execute();
}
