import type { Group, Instance, Item } from "#core/instance";

/** A limit of the instance as the verifier reads it: an amount per chosen item, at least `min` and at most `max`. */
export interface Limit {
  /** Budget name or label, and which multiplier table prices its two sides. */
  readonly name: string;
  readonly kind: "budget" | "count";
  readonly min: number | null;
  readonly max: number | null;
  amountOf(group: Group, item: Item): number;
}

/** Sums of costs are compared with 1e-9 of the limit to spare. */
export function exceeds(amount: number, limit: number): boolean {
  return amount > limit + 1e-9 * Math.max(1, Math.abs(limit));
}

export function limitsOf(instance: Instance): Limit[] {
  const money: Limit = {
    name: "budget",
    kind: "budget",
    min: null,
    max: instance.budget,
    amountOf: (_group, item) => item.cost,
  };
  const others = Object.entries(instance.extraBudgets).map(
    ([name, max]): Limit => ({
      name,
      kind: "budget",
      min: null,
      max,
      amountOf: (_group, item) => item.uses[name] ?? 0,
    }),
  );
  const counts = new Map<string, { min: number | null; max: number | null }>();
  const tighten = (label: string, min: number | null, max: number | null) => {
    const known = counts.get(label) ?? { min: null, max: null };
    counts.set(label, {
      min: min === null ? known.min : Math.max(min, known.min ?? min),
      max: max === null ? known.max : Math.min(max, known.max ?? max),
    });
  };
  for (const { label, min, max } of instance.quotas) tighten(label, min, max);
  tighten("*", instance.minItems, instance.maxItems);
  const labelled = [...counts].map(
    ([name, { min, max }]): Limit => ({
      name,
      kind: "count",
      min,
      max,
      amountOf: (group, item) =>
        name === "*" || item.labels.includes(name) || group.labels.includes(name) ? 1 : 0,
    }),
  );
  return [money, ...others, ...labelled];
}
