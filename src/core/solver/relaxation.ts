import type { Problem } from "./problem.ts";

/**
 * The linear programme max Σ gain_i·x_i over the rows, with at most one item a group (exactly its item where it is
 * forced), by Dantzig–Wolfe decomposition: a column is one choice in every group, a simplex basis has one column a row
 * and one more. The columns stay from call to call: a change of gains leaves the basis feasible, so a new call takes a
 * few pivots. Its multipliers are the λ, ν, μ of the certificate.
 */
export class Relaxation {
  /** Multiplier y ≥ 0 of each row after `maximise`, or the proof where `feasible` is false. */
  readonly y: Float64Array;
  /** False when no fractional choice keeps the rows; `y` then proves it: Σ y·cap + Σ_g max_i(−y·use) < 0. */
  readonly feasible: boolean;
  private readonly problem: Problem;
  private readonly groups: ArrayLike<number>;
  private readonly allowed: Uint8Array | null;
  private readonly m: number;
  private readonly scale: Float64Array;
  private readonly cap: Float64Array;
  private readonly basis: BasisColumn[];
  private readonly inverse: Float64Array;
  private readonly level: Float64Array;
  private readonly price: Float64Array;
  private readonly spare: Int32Array[] = [];
  private pivots = 0;

  /** `groups` are free to choose from the items that `allowed` leaves them; `cap` is what the locked have left of the rows. */
  constructor(
    problem: Problem,
    cap: Float64Array,
    groups: ArrayLike<number>,
    allowed: Uint8Array | null = null,
  ) {
    this.problem = problem;
    this.groups = groups;
    this.allowed = allowed;
    this.m = cap.length + 1;
    this.y = new Float64Array(cap.length);
    this.scale = Float64Array.from(cap, (c, r) => 1 / Math.max(1e-9, Math.abs(c), largest(problem.use[r]!)));
    this.cap = Float64Array.from(cap, (c, r) => c * this.scale[r]!);
    this.price = new Float64Array(problem.itemCount);
    this.level = new Float64Array(this.m);
    this.inverse = new Float64Array(this.m * this.m);
    this.basis = [];
    this.feasible = this.start();
  }

  /**
   * Writes a maximiser into `x` (which must be zero for the groups' items) and returns Σ y·cap + Σ_g max(0, max_i
   * [gain_i − y·use_i]), a bound on every choice that keeps the rows whether or not the pivots reached the optimum.
   */
  maximise(gain: Float64Array, x: Float64Array): number {
    if (this.pivots > PIVOTS_BETWEEN_STARTS) this.start();
    for (const column of this.basis)
      if (column.kind === "choice") column.objective = this.worth(column.choice, gain);
    const bound = this.optimise(gain, 30 + 10 * this.m);
    this.basis.forEach((column, k) => {
      if (column.kind !== "choice" || this.level[k]! <= 0) return;
      for (let n = 0; n < this.groups.length; n++) {
        const i = column.choice[this.groups[n]!]!;
        if (i >= 0) x[i]! += this.level[k]!;
      }
    });
    this.unscaleMultipliers();
    return bound;
  }

  /** The single choice that `maximise` found best, where it is no mixture: a plan. */
  integralChoice(): number[] | null {
    const k = this.basis.findIndex(({ kind }, at) => kind === "choice" && this.level[at]! > 1 - 1e-9);
    if (k < 0) return null;
    const { choice } = this.basis[k] as BasisColumn;
    const items: number[] = [];
    for (let n = 0; n < this.groups.length; n++)
      if (choice[this.groups[n]!]! >= 0) items.push(choice[this.groups[n]!]!);
    return items;
  }

  /** Phase one: from slacks, artificials and one choice to a basis that keeps the rows. */
  private start(): boolean {
    const { m } = this;
    this.basis.length = 0;
    this.pivots = 0;
    const nothing = new Float64Array(this.problem.itemCount);
    this.price.fill(0);
    const first = this.bestChoice(nothing).choice;
    const use = this.rowUse(first);
    this.inverse.fill(0);
    for (let r = 0; r < m - 1; r++) {
      const left = this.cap[r]! - use[r]!;
      const sign = left >= 0 ? 1 : -1;
      this.basis.push({
        kind: left >= 0 ? "slack" : "artificial",
        objective: left >= 0 ? 0 : -1,
        choice: EMPTY,
      });
      this.level[r] = sign * left;
      this.inverse[r * m + r] = sign;
      this.inverse[r * m + m - 1] = -sign * use[r]!;
    }
    this.basis.push({ kind: "choice", objective: 0, choice: first });
    this.level[m - 1] = 1;
    this.inverse[m * m - 1] = 1;
    const bound = this.optimise(nothing, 200 + 40 * m);
    this.unscaleMultipliers();
    this.dismissArtificials();
    return bound >= -FEASIBLE_WITHIN;
  }

  /** What is left of artificials is zero: the slack of the same row takes the place, with the opposite sign. */
  private dismissArtificials(): void {
    const { m } = this;
    this.basis.forEach((column, k) => {
      if (column.kind !== "artificial") return;
      this.basis[k] = { kind: "slack", objective: 0, choice: EMPTY };
      this.level[k] = 0;
      for (let r = 0; r < m; r++) this.inverse[k * m + r]! *= -1;
    });
  }

  /** Primal simplex with columns made on demand. Returns the bound at the last multipliers. */
  private optimise(gain: Float64Array, pivotsMax: number): number {
    const { m } = this;
    const dual = new Float64Array(m);
    const column = new Float64Array(m);
    let bound = Number.POSITIVE_INFINITY;
    const bestY = new Float64Array(m - 1);
    for (let pivot = 0; ; pivot++) {
      dual.fill(0);
      for (let k = 0; k < m; k++) {
        const objective = this.basis[k]!.objective;
        if (objective === 0) continue;
        for (let r = 0; r < m; r++) dual[r]! += objective * this.inverse[k * m + r]!;
      }
      let entering = -1;
      let steepest = -1e-11 * (1 + Math.abs(dual[m - 1]!));
      for (let r = 0; r < m - 1; r++)
        if (dual[r]! < steepest) {
          steepest = dual[r]!;
          entering = r;
        }
      for (let r = 0; r < m - 1; r++) this.y[r] = Math.max(0, dual[r]!);
      if (entering >= 0 && pivot < pivotsMax) {
        column.fill(0);
        column[entering] = 1;
        this.pivot(column, { kind: "slack", objective: 0, choice: EMPTY });
        continue;
      }
      this.priceItems();
      const { choice, reduced } = this.bestChoice(gain);
      let capped = 0;
      for (let r = 0; r < m - 1; r++) capped += this.y[r]! * this.cap[r]!;
      if (capped + reduced < bound) {
        bound = capped + reduced;
        bestY.set(this.y);
      }
      const optimal = reduced - dual[m - 1]! <= 1e-10 * (1 + Math.abs(dual[m - 1]!));
      if (optimal || pivot >= pivotsMax) {
        this.release(choice);
        break;
      }
      column.set(this.rowUse(choice));
      column[m - 1] = 1;
      this.pivot(column, { kind: "choice", objective: this.worth(choice, gain), choice });
    }
    this.y.set(bestY);
    return bound;
  }

  private pivot(column: Float64Array, entering: BasisColumn): void {
    const { inverse, level, m } = this;
    this.pivots++;
    const d = new Float64Array(m);
    let leaving = -1;
    let step = Number.POSITIVE_INFINITY;
    for (let k = 0; k < m; k++) {
      let sum = 0;
      for (let r = 0; r < m; r++) sum += inverse[k * m + r]! * column[r]!;
      d[k] = sum;
      if (sum <= 1e-11) continue;
      const ratio = Math.max(0, level[k]!) / sum;
      const better = ratio < step - 1e-13 || (ratio <= step + 1e-13 && leaving >= 0 && sum > d[leaving]!);
      if (better) {
        step = Math.min(step, ratio);
        leaving = k;
      }
    }
    if (leaving < 0) {
      this.release(entering.choice);
      return;
    }
    for (let k = 0; k < m; k++) if (k !== leaving) level[k] = Math.max(0, level[k]! - step * d[k]!);
    level[leaving] = step;
    const by = 1 / d[leaving]!;
    for (let r = 0; r < m; r++) inverse[leaving * m + r]! *= by;
    for (let k = 0; k < m; k++) {
      if (k === leaving || d[k] === 0) continue;
      for (let r = 0; r < m; r++) inverse[k * m + r]! -= d[k]! * inverse[leaving * m + r]!;
    }
    this.release(this.basis[leaving]!.choice);
    this.basis[leaving] = entering;
  }

  private priceItems(): void {
    const { use } = this.problem;
    this.price.fill(0);
    for (let r = 0; r < use.length; r++) {
      const y = this.y[r]! * this.scale[r]!;
      if (y === 0) continue;
      const takes = use[r]!;
      for (let i = 0; i < takes.length; i++) this.price[i]! += y * takes[i]!;
    }
  }

  private bestChoice(gain: Float64Array): { choice: Int32Array; reduced: number } {
    const { forced, itemStart } = this.problem;
    const choice = this.spare.pop() ?? new Int32Array(this.problem.groupCount).fill(-1);
    let reduced = 0;
    for (let n = 0; n < this.groups.length; n++) {
      const g = this.groups[n]!;
      let best = forced[g] === 1 ? Number.NEGATIVE_INFINITY : 0;
      let at = -1;
      for (let i = itemStart[g]!, end = itemStart[g + 1]!; i < end; i++) {
        if (this.allowed !== null && this.allowed[i] === 0) continue;
        const net = gain[i]! - this.price[i]!;
        if (net > best) {
          best = net;
          at = i;
        }
      }
      choice[g] = at;
      if (at >= 0) reduced += best;
    }
    return { choice, reduced };
  }

  private rowUse(choice: Int32Array): Float64Array {
    const { use } = this.problem;
    const total = new Float64Array(this.m);
    for (let r = 0; r < use.length; r++) {
      let sum = 0;
      for (let n = 0; n < this.groups.length; n++) {
        const i = choice[this.groups[n]!]!;
        if (i >= 0) sum += use[r]![i]!;
      }
      total[r] = sum * this.scale[r]!;
    }
    return total;
  }

  private worth(choice: Int32Array, gain: Float64Array): number {
    let sum = 0;
    for (let n = 0; n < this.groups.length; n++) {
      const i = choice[this.groups[n]!]!;
      if (i >= 0) sum += gain[i]!;
    }
    return sum;
  }

  private release(choice: Int32Array): void {
    if (choice.length > 0 && this.spare.length < this.m + 2) this.spare.push(choice);
  }

  private unscaleMultipliers(): void {
    for (let r = 0; r < this.y.length; r++) this.y[r]! *= this.scale[r]!;
  }
}

interface BasisColumn {
  kind: "slack" | "artificial" | "choice";
  objective: number;
  choice: Int32Array;
}

const EMPTY = new Int32Array(0);
/** The inverse gathers rounding; it is made afresh now and then. */
const PIVOTS_BETWEEN_STARTS = 2000;
/** In units of a row's cap: below this a violation is rounding. */
const FEASIBLE_WITHIN = 1e-9;

function largest(values: Float64Array): number {
  let max = 0;
  for (const value of values) max = Math.max(max, Math.abs(value));
  return max;
}
