import type { Instance } from "#core/instance";
import type { Coverage } from "#core/solver/coverage";
import { rowsOf, rowUse } from "#core/solver/rows";

/** Names of the brief's rows that a set of items breaks: how many creators, quotas, locks. Money is looked at apart. */
export function rowsBroken(
  ids: readonly string[],
  instance: Instance,
  coverage: Coverage,
): readonly string[] {
  const places = ids.map((id) => coverage.place(id));
  return rowsOf(instance)
    .filter((row) => row.kind !== "budget")
    .filter((row) => places.reduce((sum, { group, item }) => sum + rowUse(row, group, item), 0) > row.cap)
    .map(({ name }) => name);
}
