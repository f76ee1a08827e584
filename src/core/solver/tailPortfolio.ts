import type { Group } from "#core/instance";
import { Portfolio } from "./portfolio.ts";
import type { Problem } from "./problem.ts";
import { tailLevel } from "./tail.ts";
import { type ItemWorlds, type Worlds, worldsOf } from "./worlds.ts";

/** Gain at mean rates beside the truncated one: what is left of the money is still spent where no bad world needs it. */
const MEAN_SHARE = 1e-3;

/**
 * A choice of items that is worth its tail mean. Its gains are those of Σ_k min(η, V_k) at the level η, which is
 * submodular: what greedy and local search need.
 */
export class TailPortfolio extends Portfolio {
  /** η; worlds above it need nothing more. */
  level = Number.POSITIVE_INFINITY;
  /** V_k of the choice. */
  readonly values: Float64Array;
  private readonly tail: number;
  private readonly worlds: Worlds;
  private readonly groupOf: readonly Group[];
  private readonly itemWorlds: readonly ItemWorlds[];
  private readonly atoms: number;
  private readonly weights: ArrayLike<number> | null;
  /** w_a · weight_k · Π(1 − p) by world and atom. */
  private readonly open: Float64Array;

  constructor(problem: Problem, worlds: Worlds, tail: number) {
    super(problem);
    const { instance } = problem;
    const groups = new Map(instance.groups.map((group) => [group.group, group]));
    this.tail = tail;
    this.worlds = worlds;
    this.groupOf = problem.groupName.map((name) => groups.get(name)!);
    this.itemWorlds = problem.itemOf.map((item) => worldsOf(worlds, item));
    this.atoms = instance.atoms;
    this.weights = instance.weights;
    this.open = new Float64Array(worlds.count * instance.atoms);
    this.values = new Float64Array(worlds.count);
    this.clear();
  }

  override gain(i: number, mass: number): number {
    const { level, values } = this;
    const { atoms } = this.groupOf[this.problem.groupOf[i]!]!;
    const { p, value } = this.problem.itemOf[i]!;
    const { most, scale } = this.itemWorlds[i]!;
    let sum = 0;
    for (let k = 0; k < values.length; k++) {
      const room = level - values[k]!;
      if (room <= 0) continue;
      const s = scale[k]!;
      const row = k * this.atoms;
      let gained = value * s;
      for (let n = 0; n < atoms.length; n++)
        gained += this.open[row + atoms[n]!]! * Math.min(most, (typeof p === "number" ? p : p[n]!) * s);
      sum += Math.min(room, gained);
    }
    return sum / values.length + MEAN_SHARE * super.gain(i, mass);
  }

  override add(i: number): void {
    super.add(i);
    this.move(i, 1);
  }

  override remove(g: number): void {
    const i = this.itemOf[g]!;
    super.remove(g);
    this.move(i, -1);
  }

  override reset(items: readonly number[]): void {
    this.clear();
    super.reset(items);
    this.value = this.worth();
  }

  private clear(): void {
    const { atoms, open, weights, worlds } = this;
    this.values.fill(0);
    for (let k = 0; k < worlds.count; k++)
      for (let atom = 0; atom < atoms; atom++)
        open[k * atoms + atom] = worlds.weight[k]! * (weights === null ? 1 : weights[atom]!);
  }

  private move(i: number, sign: 1 | -1): void {
    const { open, values } = this;
    const { atoms } = this.groupOf[this.problem.groupOf[i]!]!;
    const { p, value } = this.problem.itemOf[i]!;
    const { most, scale } = this.itemWorlds[i]!;
    for (let k = 0; k < values.length; k++) {
      const s = scale[k]!;
      const row = k * this.atoms;
      let moved = sign * value * s;
      for (let n = 0; n < atoms.length; n++) {
        const at = row + atoms[n]!;
        const missed = 1 - Math.min(most, (typeof p === "number" ? p : p[n]!) * s);
        const before = open[at]!;
        open[at] = sign > 0 ? before * missed : before / missed;
        moved += before - open[at]!;
      }
      values[k]! += moved;
    }
    this.value = this.worth();
  }

  private worth(): number {
    const { tail, values } = this;
    const eta = tailLevel(values, tail);
    let short = 0;
    for (const value of values) if (value < eta) short += eta - value;
    return eta - short / (tail * values.length);
  }
}
