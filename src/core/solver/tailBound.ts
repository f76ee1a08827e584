import type { Group, Instance, Item } from "#core/instance";
import { exactBound, namedMultipliers } from "./bound.ts";
import { rootCertificate } from "./certificates.ts";
import type { Coverage } from "./coverage.ts";
import { FrankWolfe } from "./frankWolfe.ts";
import { LiftedBound, SHARE_MIN } from "./lifted.ts";
import { compile, type Problem } from "./problem.ts";
import { rowsOf, rowUse } from "./rows.ts";
import { tailWeights } from "./tail.ts";
import { stacked, type Worlds, worldsOf } from "./worlds.ts";

/** Entries (item × atom × world) over which the multipliers are sought: a step takes some ten milliseconds. */
const CORE_ENTRIES_MAX = 1_500_000;
const STEPS = 40;
/** Entries of one bound over the whole catalog: about three seconds. */
const WHOLE_ENTRIES_MAX = 150_000_000;
/** Room for the rounding of what one item brings at most. */
const PAD = 1e-9;

/**
 * A bound on the tail mean of every plan. For any π with 0 ≤ π_k ≤ 1/(tK) and Σ π = 1 no plan's tail mean is above its
 * Σ π_k V_k, which is a plain coverage value: the lifted bound holds for it. Each step makes the bound at one π, then
 * moves π towards the worst worlds of the relaxed choice (fictitious play; Brown 1951).
 */
export class TailBound {
  best = Number.POSITIVE_INFINITY;
  /** True: the catalog is too large for a bound that covers all of it. */
  tooLarge = false;
  /** π of the next step. */
  weights: Float64Array;
  private readonly instance: Instance;
  private readonly coverage: Coverage;
  private readonly worlds: Worlds;
  private readonly tail: number;
  /** What each item is worth at mean rates without any other. */
  private readonly alone: ReadonlyMap<string, number>;
  private shares: ReadonlyMap<string, number>;
  private steps = 0;

  constructor(
    instance: Instance,
    coverage: Coverage,
    worlds: Worlds,
    tail: number,
    alone: ReadonlyMap<string, number>,
    start: readonly string[],
    values: Float64Array,
  ) {
    this.instance = instance;
    this.coverage = coverage;
    this.worlds = worlds;
    this.tail = tail;
    this.alone = alone;
    this.weights = tailWeights(values, tail);
    this.shares = new Map(start.map((id) => [id, 1]));
  }

  step(): void {
    const { instance, weights, worlds } = this;
    const most = this.mostOfItems();
    const groups = this.coreGroups(most);
    const core = stacked(instance, worlds, weights, groups, false);
    const problem = compile(core, new Set());
    const lifted = new LiftedBound(problem);
    const start = Float64Array.from(problem.itemOf, ({ id }) => this.shares.get(id) ?? 0);
    const { cap, weight } = problem;
    const free = { weight, cap, groups: Int32Array.from(problem.groupName.keys()), allowed: null, bought: 0 };
    const dual = new FrankWolfe(problem, free, start, lifted);
    for (let step = 0; step < STEPS; step++) dual.step();
    if (dual.best < this.best) {
      const whole = this.wholeGroups(most, dual.bestY);
      this.tooLarge = entriesOf(whole) * weights.reduce((n, w) => n + Number(w > 0), 0) > WHOLE_ENTRIES_MAX;
      if (this.tooLarge) return;
      const { q } = rootCertificate(core, problem, dual);
      const { bound } = exactBound(stacked(instance, worlds, weights, whole, true), {
        lock: instance.lock,
        without: new Set(instance.exclude),
        multipliers: namedMultipliers(instance, dual.bestY),
        q,
        lockedAreBought: false,
      });
      this.best = Math.min(this.best, bound);
    }
    this.moveWeights(problem, dual.x);
  }

  /** What an item brings at most under π: alone, and as if no p were capped. */
  private mostOfItems(): ReadonlyMap<string, number> {
    const { alone, instance, weights, worlds } = this;
    const most = new Map<string, number>();
    for (const { items } of instance.groups)
      for (const item of items) {
        const { scale } = worldsOf(worlds, item);
        let [covers, adds] = [0, 0];
        weights.forEach((weight, k) => {
          covers += weight * worlds.weight[k]! * scale[k]!;
          adds += weight * scale[k]!;
        });
        most.set(item.id, ((alone.get(item.id) ?? 0) - item.value) * covers + item.value * adds);
      }
    return most;
  }

  /** The items that bring most for their money, as many as the work allows, and all that the plan needs. */
  private coreGroups(most: ReadonlyMap<string, number>): readonly Group[] {
    const { instance, shares, weights } = this;
    const support = weights.reduce((n, weight) => n + Number(weight > 0), 0);
    const needed = (item: Item) => shares.has(item.id) || instance.lock.includes(item.id);
    const ranked = instance.groups
      .flatMap(({ atoms, items }) => items.map((item) => ({ item, size: atoms.length * support })))
      .map((entry) => ({ ...entry, rank: (most.get(entry.item.id) ?? 0) / Math.max(1e-9, entry.item.cost) }))
      .sort((a, b) => b.rank - a.rank || (a.item.id < b.item.id ? -1 : 1));
    let entries = 0;
    const core = new Set<string>();
    for (const { item, size } of ranked)
      if (needed(item) || entries + size <= CORE_ENTRIES_MAX) {
        entries += size;
        core.add(item.id);
      }
    return withItems(instance, ({ id }) => core.has(id));
  }

  /** All items but those whose most is below their price: they add 0 to the bound whatever else is true. */
  private wholeGroups(most: ReadonlyMap<string, number>, y: ArrayLike<number>): readonly Group[] {
    const { instance } = this;
    const rows = rowsOf(instance);
    const locked = new Set(instance.lock);
    return withItems(instance, (item, group) => {
      let [net, size] = [most.get(item.id) ?? 0, most.get(item.id) ?? 0];
      rows.forEach((row, r) => {
        const price = y[r]! * rowUse(row, group, item);
        net -= price;
        size += Math.abs(price);
      });
      return locked.has(item.id) || net > -PAD * size;
    });
  }

  private moveWeights(problem: Problem, x: Float64Array): void {
    const { instance, tail, weights, worlds } = this;
    const shares = new Map<string, number>();
    problem.itemOf.forEach(({ id }, i) => {
      if (x[i]! > SHARE_MIN) shares.set(id, x[i]!);
    });
    this.shares = shares;
    const worst = tailWeights(relaxedValues(instance, this.coverage, worlds, shares), tail);
    this.steps++;
    const move = 1 / (this.steps + 1);
    this.weights = weights.map((weight, k) => (1 - move) * weight + move * worst[k]!);
  }
}

function withItems(instance: Instance, keep: (item: Item, group: Group) => boolean): readonly Group[] {
  return instance.groups.flatMap((group) => {
    const items = group.items.filter((item) => keep(item, group));
    return items.length === 0 ? [] : [{ ...group, items }];
  });
}

function entriesOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { atoms, items }) => sum + atoms.length * items.length, 0);
}

/** V_k of a relaxed choice: Σ w·(1 − Π (1 − p)^x) + Σ x·value. */
function relaxedValues(
  instance: Instance,
  coverage: Coverage,
  worlds: Worlds,
  shares: ReadonlyMap<string, number>,
): Float64Array {
  const hazard = new Float64Array(instance.atoms);
  return worlds.weight.map((worldWeight, k) => {
    hazard.fill(0);
    let sum = 0;
    for (const [id, share] of shares) {
      const { group, item } = coverage.place(id);
      const { most, scale } = worldsOf(worlds, item);
      const { p } = item;
      sum += share * item.value * scale[k]!;
      for (let n = 0; n < group.atoms.length; n++)
        hazard[group.atoms[n]!]! -=
          share * Math.log1p(-Math.min(most, (typeof p === "number" ? p : p[n]!) * scale[k]!));
    }
    let covered = 0;
    for (let atom = 0; atom < hazard.length; atom++)
      covered -= (instance.weights === null ? 1 : instance.weights[atom]!) * Math.expm1(-hazard[atom]!);
    return sum + worldWeight * covered;
  });
}
