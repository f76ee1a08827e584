import type { Group, Instance, Item } from "#core/instance";
import type { Multipliers } from "#core/solution";
import { exceeds, limitsOf } from "./limits.ts";
import { Neumaier } from "./neumaier.ts";

export interface BoundTerms {
  /** Null: a proof of infeasibility, in which nothing is worth anything. */
  readonly q: ArrayLike<number> | null;
  readonly multipliers: Multipliers;
  readonly lock: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  /** In a branch the locked items are bought: the multipliers price what they leave of each atom. */
  readonly bought: boolean;
}

export interface RecomputedBound {
  readonly bound: number;
  /** The bound on plans that hold this item, by item; items that fit in no plan are missing. */
  readonly withItem: ReadonlyMap<string, number>;
}

/**
 * UB = Σ_a w_a·α(q_a) + Σ_b λ_b·B_b + Σ_g (ν_g·M_g − μ_g·m_g)
 *      + Σ_groups max(0, max_i [Σ_a w_a·β_ia(q_a) + value_i − Σ_b λ_b·c_ib − Σ_{g∋i} (ν_g − μ_g)]),
 * α(q) = 1 − q + q·ln q, β = −q·ln(1 − p) where q ≤ 1 − p, else p − α(q). A locked group has no 0 and only its locked item.
 * Holds for every q in (0, 1] and every multiplier ≥ 0 (docs/methods/certificate.md). No finite number where a product or
 * a sum overflows: such a bound proves nothing.
 */
export function recomputeBound(instance: Instance, terms: BoundTerms): RecomputedBound {
  const { bought, lock, q, without } = terms;
  const sum = new Neumaier();
  const weight = remainingWeights(instance, q !== null && bought ? lock : new Set(), sum);
  if (q !== null) for (let atom = 0; atom < instance.atoms; atom++) sum.add(weight[atom]! * alpha(q[atom]!));
  const prices = pricesOf(instance, terms, sum);
  const shortfall = new Map<string, number>();
  for (const group of instance.groups) {
    const lockedItem = group.items.find((item) => lock.has(item.id));
    const nets = new Map<string, number>();
    for (const item of lockedItem ? [lockedItem] : group.items) {
      if (without.has(item.id) || (!lockedItem && prices.some((price) => price.rulesOut(group, item))))
        continue;
      const net = new Neumaier();
      if (q !== null && !(lockedItem && bought)) {
        net.add(item.value);
        net.add(coverageBound(group, item, weight, q));
      }
      for (const { amountOf, down, up } of prices) {
        const amount = amountOf(group, item);
        net.add(-up * amount);
        net.add(down * amount);
      }
      nets.set(item.id, net.aboveRounding);
    }
    const best = Math.max(...nets.values(), lockedItem ? Number.NEGATIVE_INFINITY : 0);
    // A locked item that is excluded leaves no choice at all: its group contributes nothing and the plan check refuses.
    if (best > Number.NEGATIVE_INFINITY) sum.add(best);
    for (const [id, net] of nets) shortfall.set(id, net - best);
  }
  const bound = sum.padded;
  return { bound, withItem: new Map([...shortfall].map(([id, less]) => [id, bound + less * (1 - 1e-9)])) };
}

function alpha(q: number): number {
  return 1 - q + q * Math.log(q);
}

function coverageBound(group: Group, item: Item, weight: Float64Array, q: ArrayLike<number>): number {
  const sum = new Neumaier();
  for (let k = 0; k < group.atoms.length; k++) {
    const atom = group.atoms[k]!;
    const p = typeof item.p === "number" ? item.p : item.p[k]!;
    if (weight[atom]! === 0) continue;
    const here = q[atom]!;
    sum.add(weight[atom]! * (here <= 1 - p ? -here * Math.log1p(-p) : p - alpha(here)));
  }
  return sum.total;
}

/** Adds what the bought items are worth, and returns what they leave of every atom. */
function remainingWeights(instance: Instance, bought: ReadonlySet<string>, sum: Neumaier): Float64Array {
  const weight = Float64Array.from({ length: instance.atoms }, (_, atom) => instance.weights?.[atom] ?? 1);
  for (const group of instance.groups)
    for (const item of group.items) {
      if (!bought.has(item.id)) continue;
      sum.add(item.value);
      for (let k = 0; k < group.atoms.length; k++) {
        const atom = group.atoms[k]!;
        const taken = weight[atom]! * (typeof item.p === "number" ? item.p : item.p[k]!);
        sum.add(taken);
        weight[atom]! -= taken;
      }
    }
  return weight;
}

interface Price {
  readonly up: number;
  readonly down: number;
  amountOf(group: Group, item: Item): number;
  /** The item beside the locked ones breaks the limit: no plan holds it. */
  rulesOut(group: Group, item: Item): boolean;
}

/** Adds Σ multiplier × limit, and returns what each unit costs: λ or ν (up) less μ (down). */
function pricesOf(instance: Instance, terms: BoundTerms, sum: Neumaier): Price[] {
  const { lambda, mu, nu } = terms.multipliers;
  return limitsOf(instance).map((limit) => {
    const { name, min, max } = limit;
    const up = max === null ? 0 : ((limit.kind === "budget" ? lambda : nu)[name] ?? 0);
    const down = min === null || min <= 0 ? 0 : (mu[name] ?? 0);
    if (max !== null) sum.add(up * max);
    if (min !== null) sum.add(-down * min);
    const used = new Neumaier();
    for (const group of instance.groups)
      for (const item of group.items) if (terms.lock.has(item.id)) used.add(limit.amountOf(group, item));
    return {
      up,
      down,
      amountOf: limit.amountOf,
      rulesOut: (group: Group, item: Item) => {
        const amount = limit.amountOf(group, item);
        return max !== null && amount > 0 && exceeds(used.total + amount, max);
      },
    };
  });
}
