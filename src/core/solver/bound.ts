import { ALL_ITEMS, type Group, type Instance, type Item, MONEY } from "#core/instance";
import { CompensatedSum } from "#core/maths/compensatedSum";
import type { Multipliers } from "#core/solution";
import { forEachTouch } from "./coverage.ts";
import { alpha } from "./lifted.ts";
import { usedByLocked } from "./problem.ts";
import { type Row, rowsOf, rowUse, rulesOut } from "./rows.ts";

/** Rounding of float64 sums, taken against us. */
const PAD = 1e-9;

export interface BoundQuestion {
  readonly lock: readonly string[];
  /** Excluded and dropped items. */
  readonly without: ReadonlySet<string>;
  readonly multipliers: Multipliers;
  /** Null: α, v and value count as 0, so that a bound below 0 proves that nothing keeps the rows. */
  readonly q: ArrayLike<number> | null;
  /** True in a branch: locked items count as bought and their atoms keep only what they leave. */
  readonly lockedAreBought: boolean;
}

export interface ExactBound {
  readonly bound: number;
  /** The bound on the plans that hold this item, for those that the bound looked at. */
  readonly withItem: ReadonlyMap<string, number>;
}

/**
 * The bound of docs/methods/certificate.md, straight from the instance and padded:
 * UB = Σ w·α(q) + Σ y·cap + Σ_groups max(0, max_i [v_i + value_i − Σ y·use_i]), a locked group without its 0.
 */
export function exactBound(instance: Instance, question: BoundQuestion): ExactBound {
  const { lockedAreBought, multipliers, q } = question;
  const locked = new Set(question.lock);
  const rows = usedByLocked(instance, locked).map(({ row, used }) => ({
    row,
    used,
    y: multiplierOf(multipliers, row),
  }));
  const sum = new CompensatedSum();
  let size = 0;
  const add = (term: number) => {
    sum.add(term);
    size += Math.abs(term);
  };
  const lift = q === null ? null : liftOf(instance, q, lockedAreBought ? locked : new Set(), add);
  if (lift !== null) for (let a = 0; a < instance.atoms; a++) add(lift.left[a]! * lift.alpha[a]!);
  for (const { row, y } of rows) add(y * row.cap);
  const above = new Map<string, number>();
  for (const group of instance.groups) {
    const lockedItem = group.items.find((item) => locked.has(item.id));
    let best = lockedItem ? Number.NEGATIVE_INFINITY : 0;
    const nets: [string, number][] = [];
    for (const item of lockedItem ? [lockedItem] : group.items) {
      if (question.without.has(item.id)) continue;
      if (!lockedItem && rows.some(({ row, used }) => rulesOut(row, used, rowUse(row, group, item))))
        continue;
      const bought = lockedItem !== undefined && lockedAreBought;
      const worth = lift === null || bought ? 0 : item.value + liftedGain(group, item, lift);
      const net = netOf(worth, rows, group, item);
      nets.push([item.id, net]);
      best = Math.max(best, net);
    }
    for (const [id, net] of nets) above.set(id, net - best);
    if (best > Number.NEGATIVE_INFINITY) add(best);
  }
  const padded = (total: number) => total + PAD * Math.abs(total) + 4 * Number.EPSILON * size;
  const withItem = new Map([...above].map(([id, net]) => [id, padded(sum.total + net)] as const));
  return { bound: padded(sum.total), withItem };
}

/** Worth less prices, with the rounding of both added: large prices that cancel out cannot lower it. */
function netOf(
  worth: number,
  rows: readonly { readonly row: Row; readonly y: number }[],
  group: Group,
  item: Item,
): number {
  const net = new CompensatedSum();
  let size = Math.abs(worth);
  net.add(worth);
  for (const { row, y } of rows) {
    if (y === 0) continue;
    const price = y * rowUse(row, group, item);
    net.add(-price);
    size += Math.abs(price);
  }
  return net.total + 4 * Number.EPSILON * size;
}

/** The q of every atom with its alpha, and what the bought items leave of its weight. */
interface Lift {
  readonly q: ArrayLike<number>;
  readonly alpha: Float64Array;
  readonly left: Float64Array;
}

function liftOf(
  instance: Instance,
  q: ArrayLike<number>,
  bought: ReadonlySet<string>,
  add: (term: number) => void,
): Lift {
  const left = leftWeights(instance, bought, add);
  return { q, left, alpha: Float64Array.from({ length: instance.atoms }, (_, atom) => alpha(q[atom]!)) };
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

function liftedGain({ atoms }: Group, { p }: Item, { alpha: alphaOf, left, q }: Lift): number {
  const sum = new CompensatedSum();
  const single = typeof p === "number" ? p : null;
  const singleLog = single === null ? 0 : Math.log1p(-single);
  for (let k = 0; k < atoms.length; k++) {
    const atom = atoms[k]!;
    const w = left[atom]!;
    if (w === 0) continue;
    const here = single ?? (p as ArrayLike<number>)[k]!;
    const atomQ = q[atom]!;
    if (atomQ > 1 - here) sum.add(w * (here - alphaOf[atom]!));
    else sum.add(w * (-atomQ * (single === null ? Math.log1p(-here) : singleLog)));
  }
  return sum.total;
}

function multiplierOf(multipliers: Multipliers, { kind, name }: Row): number {
  return tableOf(multipliers, kind)[name] ?? 0;
}

function tableOf<T>(tables: { lambda: T; mu: T; nu: T }, kind: Row["kind"]): T {
  return kind === "budget" ? tables.lambda : kind === "min" ? tables.mu : tables.nu;
}

/** Multipliers by name from those by row. */
export function namedMultipliers(instance: Instance, y: ArrayLike<number>): Multipliers {
  const tables: Record<"lambda" | "mu" | "nu", Record<string, number>> = {
    lambda: { [MONEY]: 0 },
    mu: { [ALL_ITEMS]: 0 },
    nu: { [ALL_ITEMS]: 0 },
  };
  rowsOf(instance).forEach(({ kind, name }, r) => {
    tableOf(tables, kind)[name] = y[r]!;
  });
  return tables;
}
