import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { Assumption } from "#core/forecast/assumption";
import { selectOwnAssumptions } from "#storage/assumptions";
import { loadCreators } from "#storage/creators";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";

/** What a workspace brings to a plan. */
export interface PlanGrounds {
  readonly creators: readonly Creator[];
  readonly reference: Reference;
  readonly ownAssumptions: readonly Assumption[];
}

/** Every creator of a workspace, and its own rates and assumptions. */
export async function planGrounds(house: House): Promise<PlanGrounds> {
  const [creators, reference, ownAssumptions] = await Promise.all([
    loadCreators(house.db, house.workspaceId),
    houseReference(house),
    selectOwnAssumptions(house.db, house.workspaceId),
  ]);
  return { creators, reference, ownAssumptions };
}
