import type { Group, Instance, Item } from "#core/instance";
import { Random } from "#core/random";
import { Coverage } from "#core/solver/coverage";

/**
 * An instance small enough to try every plan: up to seven creators with up to three items, p of 0, 1, tiny and plain, as
 * one number or one an atom, weights with zeros, free items, values, two labels, hours, locks and exclusions.
 */
export function tinyInstance(seed: number): Instance {
  const random = new Random(seed);
  const atoms = 1 + random.below(12);
  const one = <T>(values: readonly T[]): T => values[random.below(values.length)] as T;
  const p = () => one([0, 1, 0.5, random.uniform(), random.uniform(), random.uniform() * 0.1]);
  const groups = Array.from({ length: 1 + random.below(7) }, (_, g): Group => {
    const touched = random.shuffle(
      Array.from({ length: atoms }, (_, a) => a).filter(() => random.below(2) === 0),
    );
    const items = Array.from(
      { length: 1 + random.below(3) },
      (_, k): Item => ({
        id: `c${g}/${k}`,
        cost: one([0, 1, 2, random.uniform() * 5, random.below(10)]),
        p: random.below(2) === 0 ? p() : touched.map(p),
        labels: random.below(3) === 0 ? ["video"] : [],
        uses: random.below(3) === 0 ? { hours: random.below(4) } : {},
        value: random.below(3) === 0 ? random.uniform() : 0,
      }),
    );
    return { group: `c${g}`, labels: random.below(2) === 0 ? ["tier2"] : [], atoms: touched, items };
  });
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id));
  const sometimes = <T>(chance: number, value: T) => (random.below(chance) === 0 ? [value] : []);
  return {
    budget: random.uniform() * 12,
    atoms,
    weights:
      random.below(2) === 0 ? null : Array.from({ length: atoms }, () => one([0, 1, random.uniform() * 10])),
    minItems: random.below(6) === 0 ? random.below(5) : null,
    maxItems: random.below(4) === 0 ? 1 + random.below(4) : null,
    quotas: [
      ...sometimes(3, { label: "tier2", min: one([null, 1, 2]), max: one([null, 2, 3]) }),
      ...sometimes(3, { label: "video", min: one([null, 1]), max: one([null, 1, 0]) }),
    ],
    extraBudgets: random.below(3) === 0 ? { hours: random.below(6) } : {},
    lock: sometimes(6, one(ids)),
    exclude: sometimes(6, one(ids)),
    groups,
  };
}

/** The best plan by trying all of them; null when none keeps the rules. Without `worth`, the best by its value. */
export function bestByEnumeration(
  instance: Instance,
  worth: ((chosen: readonly string[]) => number) | null = null,
): { value: number; chosen: readonly string[] } | null {
  const coverage = new Coverage(instance);
  let best: { value: number; chosen: readonly string[] } | null = null;
  const extend = (g: number, plan: readonly { group: Group; item: Item }[]) => {
    const group = instance.groups[g];
    if (group === undefined) {
      if (!keepsRules(instance, plan)) return;
      const chosen = plan.map(({ item }) => item.id);
      const value = worth === null ? coverage.value(chosen) : worth(chosen);
      if (best === null || value > best.value) best = { value, chosen };
      return;
    }
    extend(g + 1, plan);
    for (const item of group.items) extend(g + 1, [...plan, { group, item }]);
  };
  extend(0, []);
  return best;
}

function keepsRules(instance: Instance, plan: readonly { group: Group; item: Item }[]): boolean {
  const ids = plan.map(({ item }) => item.id);
  const within = (amount: number, max: number) => amount <= max + 1e-12 * Math.max(1, max);
  const sum = (of: (item: Item) => number) => plan.reduce((total, { item }) => total + of(item), 0);
  const count = (label: string) =>
    plan.filter(({ group, item }) => group.labels.includes(label) || item.labels.includes(label)).length;
  return (
    within(
      sum(({ cost }) => cost),
      instance.budget,
    ) &&
    Object.entries(instance.extraBudgets).every(([name, max]) =>
      within(
        sum(({ uses }) => uses[name] ?? 0),
        max,
      ),
    ) &&
    instance.lock.every((id) => ids.includes(id)) &&
    !instance.exclude.some((id) => ids.includes(id)) &&
    ids.length >= (instance.minItems ?? 0) &&
    ids.length <= (instance.maxItems ?? ids.length) &&
    instance.quotas.every(
      ({ label, min, max }) => count(label) >= (min ?? 0) && count(label) <= (max ?? ids.length),
    )
  );
}
