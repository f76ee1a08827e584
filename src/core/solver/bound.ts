import { ALL_ITEMS, type Group, type Instance, type Item, MONEY } from "#core/instance";
import { CompensatedSum } from "#core/maths/compensatedSum";
import type { Multipliers } from "#core/solution";
import { forEachTouch } from "./coverage.ts";
import { alpha } from "./lifted.ts";
import { rowsOf, rowUse } from "./rows.ts";

/** Rounding of float64 sums, taken against us. */
const PAD = 1e-9;

export interface BoundQuestion {
  readonly lock: readonly string[];
  readonly exclude: ReadonlySet<string>;
  readonly multipliers: Multipliers;
  readonly q: ArrayLike<number>;
  /** True in a branch: locked items count as bought and their atoms keep only what they leave. */
  readonly lockedAreBought: boolean;
}

/**
 * The bound of docs/methods/certificate.md, straight from the instance:
 * UB = Σ w·α(q) + Σ y·cap + Σ_groups max(0, max_i [v_i + value_i − Σ y·use_i]), a locked group without its 0.
 */
export function exactBound(instance: Instance, question: BoundQuestion): number {
  const { lockedAreBought, multipliers, q } = question;
  const locked = new Set(question.lock);
  const rows = rowsOf(instance).map((row) => ({ row, y: multiplierOf(multipliers, row.kind, row.name) }));
  const sum = new CompensatedSum();
  let size = 0;
  const add = (term: number) => {
    sum.add(term);
    size += Math.abs(term);
  };
  const left = leftWeights(instance, lockedAreBought ? locked : new Set(), add);
  for (let atom = 0; atom < instance.atoms; atom++) add(left[atom]! * alpha(q[atom]!));
  for (const { row, y } of rows) add(y * row.cap);
  for (const group of instance.groups) {
    const lockedItem = group.items.find((item) => locked.has(item.id));
    let best = lockedItem ? Number.NEGATIVE_INFINITY : 0;
    for (const item of lockedItem ? [lockedItem] : group.items) {
      if (question.exclude.has(item.id)) continue;
      let net = lockedItem && lockedAreBought ? 0 : item.value + liftedGain(group, item, left, q);
      for (const { row, y } of rows) if (y > 0) net -= y * rowUse(row, group, item);
      best = Math.max(best, net);
    }
    add(best);
  }
  return sum.total + PAD * Math.abs(sum.total) + 4 * Number.EPSILON * size;
}

function leftWeights(
  instance: Instance,
  bought: ReadonlySet<string>,
  add: (term: number) => void,
): Float64Array {
  const left = new Float64Array(instance.atoms);
  for (let atom = 0; atom < instance.atoms; atom++)
    left[atom] = instance.weights === null ? 1 : instance.weights[atom]!;
  if (bought.size === 0) return left;
  const before = Float64Array.from(left);
  for (const group of instance.groups)
    for (const item of group.items) {
      if (!bought.has(item.id)) continue;
      add(item.value);
      forEachTouch(group, item, (atom, p) => {
        left[atom]! *= 1 - p;
      });
    }
  for (let atom = 0; atom < instance.atoms; atom++) add(before[atom]! - left[atom]!);
  return left;
}

function liftedGain(group: Group, item: Item, weight: Float64Array, q: ArrayLike<number>): number {
  const sum = new CompensatedSum();
  forEachTouch(group, item, (atom, p) => {
    const w = weight[atom]!;
    if (w === 0) return;
    sum.add(w * (q[atom]! <= 1 - p ? -q[atom]! * Math.log1p(-p) : p - alpha(q[atom]!)));
  });
  return sum.total;
}

export function multiplierOf(multipliers: Multipliers, kind: "budget" | "min" | "max", name: string): number {
  const table = kind === "budget" ? multipliers.lambda : kind === "min" ? multipliers.mu : multipliers.nu;
  return table[name] ?? 0;
}

/** Multipliers by name from those by row. */
export function namedMultipliers(instance: Instance, y: ArrayLike<number>): Multipliers {
  const lambda: Record<string, number> = { [MONEY]: 0 };
  const mu: Record<string, number> = { [ALL_ITEMS]: 0 };
  const nu: Record<string, number> = { [ALL_ITEMS]: 0 };
  rowsOf(instance).forEach(({ kind, name }, r) => {
    const table = kind === "budget" ? lambda : kind === "min" ? mu : nu;
    table[name] = (table[name] ?? 0) + y[r]!;
  });
  return { lambda, mu, nu };
}
