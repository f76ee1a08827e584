import { sql } from "kysely";
import { canonicalJson } from "#core/canonicalJson";
import type { Assumption } from "#core/forecast/assumption";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";

/** What an edit keeps of its distribution; key, scope, unit and the like have columns of their own. */
type Distribution = Pick<Assumption, "value" | "low" | "high" | "shape" | "note">;

/** The assumptions somebody changed in this workspace, as they hold now; the ones that ship are files. */
export async function selectOwnAssumptions(db: Db, workspaceId: string): Promise<Assumption[]> {
  const rows = await db
    .selectFrom("assumption")
    .innerJoin("source", (join) =>
      join
        .onRef("source.workspace_id", "=", "assumption.workspace_id")
        .onRef("source.id", "=", "assumption.source_id"),
    )
    .select(["key", "scope", "distribution", "unit", "denominator", "year", "assumption.trust as trust"])
    .select("source.label as source")
    .where("assumption.workspace_id", "=", workspaceId)
    .where("replaced_at", "is", null)
    .orderBy("key")
    .orderBy("scope_key")
    .execute();
  return rows.map(({ scope, distribution, ...row }) => ({
    ...row,
    scope: scope as Assumption["scope"],
    ...(distribution as Distribution),
  }));
}

/** Puts a figure in the place of the one that holds for its key and scope; the old one stays, with the day it ended. */
export async function replaceAssumption(
  trx: Db,
  workspaceId: string,
  id: string,
  assumption: Assumption,
  sourceId: string,
  at: Date,
): Promise<void> {
  const { key, scope, unit, denominator, year, trust, value, low, high, shape, note } = assumption;
  const scopeKey = canonicalJson(scope);
  const current = sql`t.key = ${key} AND t.scope_key = ${scopeKey} AND t.replaced_at IS NULL`;
  await keepBefore(trx, workspaceId, "assumption", current);
  await trx
    .updateTable("assumption")
    .set({ replaced_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("key", "=", key)
    .where("scope_key", "=", scopeKey)
    .where("replaced_at", "is", null)
    .execute();
  const distribution: Distribution = { value, low, high, shape, ...(note === undefined ? {} : { note }) };
  await trx
    .insertInto("assumption")
    .values({
      ...{ workspace_id: workspaceId, id, key, scope: JSON.stringify(scope), scope_key: scopeKey },
      ...{ distribution: JSON.stringify(distribution), unit, denominator, source_id: sourceId, year, trust },
      ...{ made_at: at, replaced_at: null },
    })
    .execute();
}
