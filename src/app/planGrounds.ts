import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError } from "#core/errors";
import type { Assumption } from "#core/forecast/assumption";
import type { PlanList } from "#core/planner/planDocument";
import { sentence } from "#core/sentence";
import { selectOwnAssumptions } from "#storage/assumptions";
import { loadCreators } from "#storage/creators";
import { selectMembers } from "#storage/lists";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { listCalled } from "./listCalled.ts";

/** What a workspace brings to a plan. */
export interface PlanGrounds {
  readonly creators: readonly Creator[];
  readonly reference: Reference;
  readonly ownAssumptions: readonly Assumption[];
  /** The list that the creators are; null: they are all of the workspace. */
  readonly list: Pick<PlanList, "id" | "name"> | null;
}

/**
 * Every creator of a workspace or those of a list, called by its name or id, and the workspace's own rates and assumptions.
 * Throws not-found, and bad-input for an empty list.
 */
export async function planGrounds(house: House, listWord: string | null = null): Promise<PlanGrounds> {
  const list = listWord === null ? null : await listCalled(house, listWord);
  if (list?.members === 0)
    throw new ChoraleError("bad-input", sentence("plan.list.empty", { name: list.name }), "list");
  const ids = list && (await selectMembers(house.db, house.workspaceId, list.id));
  const [creators, reference, ownAssumptions] = await Promise.all([
    loadCreators(house.db, house.workspaceId, ids),
    houseReference(house),
    selectOwnAssumptions(house.db, house.workspaceId),
  ]);
  return { creators, reference, ownAssumptions, list };
}
