import type { Problem } from "./problem.ts";
import { ROW_SLACK } from "./rows.ts";

/**
 * A growing and shrinking choice of items with what is left of every atom, so that the gain of an item costs one walk
 * over its group's incidences.
 */
export class Portfolio {
  readonly problem: Problem;
  /** Chosen item of a group, or −1. */
  readonly itemOf: Int32Array;
  /** What the chosen items take of each row. */
  readonly used: Float64Array;
  /** w_a · Π(1 − p_ia) over the chosen items. */
  readonly left: Float64Array;
  value = 0;
  /** Product over the items with p < 1, and how many have p = 1: division undoes the first, subtraction the second. */
  private readonly product: Float64Array;
  private readonly certain: Int32Array;
  private readonly chosenGroups: number[] = [];

  constructor(problem: Problem) {
    this.problem = problem;
    this.itemOf = new Int32Array(problem.groupCount).fill(-1);
    this.used = new Float64Array(problem.rows.length);
    this.left = Float64Array.from(problem.weight);
    this.product = new Float64Array(problem.atomCount).fill(1);
    this.certain = new Int32Array(problem.atomCount);
  }

  get groups(): readonly number[] {
    return this.chosenGroups;
  }

  items(): number[] {
    return this.chosenGroups.map((g) => this.itemOf[g]!);
  }

  /** Σ_a left_a over a group's atoms: times p, the coverage gain of each of its items with a single p. */
  mass(g: number): number {
    const { atomOf, incidenceStart } = this.problem;
    let sum = 0;
    for (let k = incidenceStart[g]!, end = incidenceStart[g + 1]!; k < end; k++)
      sum += this.left[atomOf[k]!]!;
    return sum;
  }

  /** Gain of an item whose group has none yet; `mass` is the group's. */
  gain(i: number, mass: number): number {
    const { problem } = this;
    const own = problem.ownStart[i]!;
    if (own < 0) return problem.worth[i]! + problem.p[i]! * mass;
    const g = problem.groupOf[i]!;
    const start = problem.incidenceStart[g]!;
    const end = problem.incidenceStart[g + 1]!;
    const shift = own - start;
    let sum = problem.worth[i]!;
    for (let k = start; k < end; k++) sum += problem.pAt[k + shift]! * this.left[problem.atomOf[k]!]!;
    return sum;
  }

  fits(i: number): boolean {
    const { cap, use } = this.problem;
    for (let r = 0; r < cap.length; r++) {
      const takes = use[r]![i]!;
      if (takes > 0 && this.used[r]! + takes > cap[r]! + ROW_SLACK * Math.max(1, Math.abs(cap[r]!)))
        return false;
    }
    return true;
  }

  /** How far the rows are from holding, each in its own unit over its cap: 0 when the choice is a plan. */
  violation(): number {
    const { cap } = this.problem;
    let sum = 0;
    for (let r = 0; r < cap.length; r++) {
      const scale = Math.max(1, Math.abs(cap[r]!));
      const over = this.used[r]! - cap[r]!;
      if (over > ROW_SLACK * scale) sum += over / scale;
    }
    return sum;
  }

  add(i: number): void {
    const g = this.problem.groupOf[i]!;
    this.itemOf[g] = i;
    this.chosenGroups.push(g);
    this.addUse(i, 1);
    let gained = this.problem.worth[i]!;
    this.forEachTouch(i, (atom, p) => {
      const before = this.left[atom]!;
      if (p === 1) {
        this.certain[atom]!++;
        this.left[atom] = 0;
      } else {
        this.product[atom]! *= 1 - p;
        this.left[atom] = before * (1 - p);
      }
      gained += before - this.left[atom]!;
    });
    this.value += gained;
  }

  remove(g: number): void {
    const i = this.itemOf[g]!;
    this.itemOf[g] = -1;
    this.chosenGroups.splice(this.chosenGroups.indexOf(g), 1);
    this.addUse(i, -1);
    let lost = this.problem.worth[i]!;
    this.forEachTouch(i, (atom, p) => {
      const before = this.left[atom]!;
      if (p === 1) this.certain[atom]!--;
      else this.product[atom]! /= 1 - p;
      if (this.certain[atom]! === 0) this.left[atom] = this.problem.weight[atom]! * this.product[atom]!;
      lost += this.left[atom]! - before;
    });
    this.value -= lost;
  }

  /** Starts over from these items: what rounding has gathered by additions and removals is gone. */
  reset(items: readonly number[]): void {
    this.itemOf.fill(-1);
    this.used.fill(0);
    this.left.set(this.problem.weight);
    this.product.fill(1);
    this.certain.fill(0);
    this.chosenGroups.length = 0;
    this.value = 0;
    for (const i of items) this.add(i);
  }

  private addUse(i: number, sign: number): void {
    const { use } = this.problem;
    for (let r = 0; r < use.length; r++) this.used[r]! += sign * use[r]![i]!;
  }

  private forEachTouch(i: number, visit: (atom: number, p: number) => void): void {
    const { atomOf, groupOf, incidenceStart, ownStart, pAt, p } = this.problem;
    const g = groupOf[i]!;
    const start = incidenceStart[g]!;
    const shift = ownStart[i]! - start;
    const single = ownStart[i]! < 0;
    for (let k = start, end = incidenceStart[g + 1]!; k < end; k++)
      visit(atomOf[k]!, single ? p[i]! : pAt[k + shift]!);
  }
}
