import { GainTable } from "./gainTable.ts";
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

  private readonly table: GainTable | null;

  /** With `tracked`, gains are kept up to date at every change instead of computed when asked. */
  constructor(problem: Problem, tracked = false) {
    this.problem = problem;
    this.table = tracked ? new GainTable(problem) : null;
    this.itemOf = new Int32Array(problem.groupCount).fill(-1);
    this.used = new Float64Array(problem.rows.length);
    this.left = Float64Array.from(problem.weight);
    this.product = new Float64Array(problem.atomCount).fill(1);
    this.certain = new Int32Array(problem.atomCount);
    this.table?.reset(this);
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
    const { atomOf, groupOf, incidenceStart, ownStart, p, pAt, worth } = this.problem;
    const { certain, left, product, table } = this;
    const g = groupOf[i]!;
    this.itemOf[g] = i;
    this.chosenGroups.push(g);
    this.addUse(i, 1);
    let gained = worth[i]!;
    const shift = ownStart[i]! - incidenceStart[g]!;
    for (let k = incidenceStart[g]!, end = incidenceStart[g + 1]!; k < end; k++) {
      const atom = atomOf[k]!;
      const pHere = ownStart[i]! < 0 ? p[i]! : pAt[k + shift]!;
      const before = left[atom]!;
      if (pHere === 1) {
        certain[atom]!++;
        left[atom] = 0;
      } else {
        product[atom]! *= 1 - pHere;
        left[atom] = before * (1 - pHere);
      }
      const taken = before - left[atom]!;
      gained += taken;
      if (table !== null) table.spread(atom, -taken);
    }
    this.value += gained;
  }

  remove(g: number): void {
    const { atomOf, incidenceStart, ownStart, p, pAt, weight, worth } = this.problem;
    const { certain, left, product, table } = this;
    const i = this.itemOf[g]!;
    this.itemOf[g] = -1;
    this.chosenGroups.splice(this.chosenGroups.indexOf(g), 1);
    this.addUse(i, -1);
    let lost = worth[i]!;
    const shift = ownStart[i]! - incidenceStart[g]!;
    for (let k = incidenceStart[g]!, end = incidenceStart[g + 1]!; k < end; k++) {
      const atom = atomOf[k]!;
      const pHere = ownStart[i]! < 0 ? p[i]! : pAt[k + shift]!;
      if (pHere === 1) certain[atom]!--;
      else product[atom]! /= 1 - pHere;
      if (certain[atom]! > 0) continue;
      const before = left[atom]!;
      left[atom] = weight[atom]! * product[atom]!;
      lost += left[atom]! - before;
      if (table !== null) table.spread(atom, left[atom]! - before);
    }
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
    this.table?.reset(this);
    for (const i of items) this.add(i);
  }

  /** Gain of item i by the table; its group has none yet. */
  trackedGain(i: number): number {
    return this.table === null ? this.gain(i, this.mass(this.problem.groupOf[i]!)) : this.table.gainOf(i);
  }

  private addUse(i: number, sign: number): void {
    const { use } = this.problem;
    for (let r = 0; r < use.length; r++) this.used[r]! += sign * use[r]![i]!;
  }
}
