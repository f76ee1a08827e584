import type { Instance } from "#core/instance";
import { exceeds, type Limit, limitsOf } from "./limits.ts";
import { onlyNamedRows } from "./onlyNamedRows.ts";

/** Choices that one question may look at: an item or none of each group. */
const CHOICES_MAX = 200_000;

/**
 * Whether each of the named rows is needed: without it the others can hold together, which one choice shows. Found by
 * looking at every choice; null where those are too many.
 */
export function isIrreducible(instance: Instance, names: readonly string[]): boolean | null {
  const choices = instance.groups.reduce((product, { items }) => product * (items.length + 1), 1);
  if (choices > CHOICES_MAX) return null;
  return names.every((name) =>
    somethingHolds(
      onlyNamedRows(
        instance,
        names.filter((other) => other !== name),
      ).instance,
    ),
  );
}

/** Whether any choice keeps the rows; one that uses too much already is not pursued. */
function somethingHolds(instance: Instance): boolean {
  const limits = limitsOf(instance);
  const locked = new Set(instance.lock);
  const excluded = new Set(instance.exclude);
  const open = (g: number, used: readonly number[]): boolean => {
    if (limits.some(({ max }, l) => max !== null && exceeds(used[l]!, max))) return false;
    const group = instance.groups[g];
    if (group === undefined) return limits.every(({ min }, l) => min === null || !exceeds(min, used[l]!));
    const must = group.items.filter(({ id }) => locked.has(id));
    if (must.length > 1) return false;
    if (must.length === 0 && open(g + 1, used)) return true;
    return (must.length > 0 ? must : group.items)
      .filter(({ id }) => !excluded.has(id))
      .some((item) =>
        open(
          g + 1,
          after(used, limits, (limit) => limit.amountOf(group, item)),
        ),
      );
  };
  return open(
    0,
    limits.map(() => 0),
  );
}

function after(used: readonly number[], limits: readonly Limit[], more: (limit: Limit) => number): number[] {
  return limits.map((limit, l) => used[l]! + more(limit));
}
