import type { Instance } from "#core/instance";
import type { Solution } from "#core/solution";
import { Coverage } from "#core/solver/coverage";
import { solve } from "#core/solver/solve";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";

/** Creators that enter the quick re-plans of curve and comparison; the plan itself sees all of them. */
const GROUPS_MAX = 300;
/** Fixed, not timed: the same seed then gives the same curve on any machine. */
const PASSES = 2;

/** Groups cut down to the creators that bring most for their money, and those already chosen. */
export function shortlist(
  model: CampaignModel,
  chosen: readonly string[],
  groups: Instance["groups"] = model.groups,
): Instance["groups"] {
  if (groups.length <= GROUPS_MAX) return groups;
  const coverage = new Coverage(instanceFor(model, 0));
  const keep = new Set(chosen.flatMap((id) => model.items.get(id)?.bundle.creator.id ?? []));
  const density = groups.map((group) => ({
    group,
    density: Math.max(0, ...group.items.map((item) => coverage.valueAlone(item.id) / Math.max(1, item.cost))),
  }));
  const best = density
    .toSorted((a, b) => b.density - a.density || (a.group.group < b.group.group ? -1 : 1))
    .slice(0, GROUPS_MAX)
    .map((entry) => entry.group.group);
  for (const id of best) keep.add(id);
  return groups.filter((group) => keep.has(group.group));
}

/** A good plan for another budget, without waiting for a certificate. */
export function replan(
  instance: Instance,
  seed: number,
  warmStart: readonly string[],
  passes = PASSES,
): Solution {
  return solve(instance, {
    secondsMax: Number.POSITIVE_INFINITY,
    passesMax: passes,
    seed,
    warmStart,
    elapsedSeconds: () => 0,
  });
}

/** Quotas, locks and minimum counts hold for the plan; an alternative is free of them. */
export function withoutRows(instance: Instance): Instance {
  return { ...instance, minItems: null, quotas: [], lock: [] };
}

export function itemsOf(solution: Solution, model: CampaignModel): readonly ItemModel[] {
  return solution.chosen.flatMap((id) => model.items.get(id) ?? []);
}
