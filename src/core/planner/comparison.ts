import type { Instance } from "#core/instance";
import type { PlanParts } from "./describePlan.ts";
import type { ItemModel } from "./itemModel.ts";
import type { ComparisonEntry } from "./planDocument.ts";
import type { Simulation } from "./simulate.ts";

export function comparisonOf(
  _parts: PlanParts,
  _groups: Instance["groups"],
  _items: readonly ItemModel[],
  _simulation: Simulation,
): readonly ComparisonEntry[] {
  return [];
}
