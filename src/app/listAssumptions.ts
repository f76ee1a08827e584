import { readAssumptions } from "#connectors/data/readAssumptions";
import type { Assumption } from "#core/forecast/assumption";
import { selectOwnAssumptions } from "#storage/assumptions";
import type { House } from "./house.ts";

/** The figures that ship, and this workspace's own, which go before them. */
export async function listAssumptions(
  house: House,
): Promise<{ readonly shipped: readonly Assumption[]; readonly own: readonly Assumption[] }> {
  return { shipped: readAssumptions(), own: await selectOwnAssumptions(house.db, house.workspaceId) };
}
