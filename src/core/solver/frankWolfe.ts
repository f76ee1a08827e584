import { type LiftedBound, Q_MIN, SHARE_MIN } from "./lifted.ts";
import type { Problem } from "./problem.ts";
import { Relaxation } from "./relaxation.ts";

/** What is left to decide: everything at the root, less in a branch. */
export interface Remainder {
  readonly weight: Float64Array;
  readonly cap: Float64Array;
  readonly groups: ArrayLike<number>;
  /** Null: every item of the groups. */
  readonly allowed: Uint8Array | null;
  /** Value already bought. */
  readonly bought: number;
}

/**
 * The dual by Frank–Wolfe. Minimising over q makes f(x) = Σ_a w_a · min_q [α(q) + Σ β_i(q)·x_i] + Σ worth_i·x_i concave,
 * with the gains v(q) as its slope; each step maximises that slope over the rows (Relaxation), which is at once a valid
 * bound and the next direction. Steps 2/(k + 7); the average x converges to the linear programme with all lifted cuts
 * (Frank & Wolfe 1956; Jaggi 2013). The best bound is kept: the first steps overshoot.
 */
export class FrankWolfe {
  best = Number.POSITIVE_INFINITY;
  readonly bestQ: Float64Array;
  readonly bestY: Float64Array;
  /** Running average of the relaxed choices. */
  readonly x: Float64Array;
  readonly relaxation: Relaxation;
  steps = 0;
  private readonly problem: Problem;
  private readonly remainder: Remainder;
  private readonly lifted: LiftedBound;
  private readonly q: Float64Array;
  private readonly target: Float64Array;
  private readonly small: Float64Array;
  private readonly large: Float64Array;
  private started = false;

  constructor(problem: Problem, remainder: Remainder, start: Float64Array | null, lifted: LiftedBound) {
    this.problem = problem;
    this.remainder = remainder;
    this.lifted = lifted;
    this.relaxation = new Relaxation(problem, remainder.cap, remainder.groups, remainder.allowed);
    this.x = start === null ? new Float64Array(problem.itemCount) : Float64Array.from(start);
    this.q = new Float64Array(problem.atomCount).fill(1);
    this.bestQ = new Float64Array(problem.atomCount).fill(1);
    this.bestY = new Float64Array(remainder.cap.length);
    this.target = new Float64Array(problem.itemCount);
    this.small = new Float64Array(problem.atomCount);
    this.large = new Float64Array(problem.atomCount);
  }

  /** Incidences that a step walks over, about: the unit in which a pass is measured. */
  get workPerStep(): number {
    return 4 * this.problem.atomOf.length + 4 * this.problem.pAt.length + 20 * this.problem.itemCount + 200;
  }

  step(): void {
    const { groups, weight, bought } = this.remainder;
    if (!this.started) this.startQ();
    this.chooseQ(this.started ? 3 : 6);
    this.started = true;
    this.lifted.evaluate(this.q, weight, groups);
    this.target.fill(0);
    const bound = this.lifted.constant + bought + this.relaxation.maximise(this.lifted.gain, this.target);
    if (bound < this.best) {
      this.best = bound;
      this.bestQ.set(this.q);
      this.bestY.set(this.relaxation.y);
    }
    const step = 2 / (this.steps + 7);
    for (let i = 0; i < this.x.length; i++) {
      const moved = this.x[i]! + step * (this.target[i]! - this.x[i]!);
      this.x[i] = moved < SHARE_MIN * 1e-3 ? 0 : moved;
    }
    this.steps++;
  }

  /**
   * q minimises α(q) + Σ β_i(q)·x_i, whose slope is (1 − L)·ln q + s with s = Σ_{q ≤ 1−p} a_i·x_i and L = Σ_{q > 1−p} x_i:
   * damped steps in the logarithm towards exp(−s/(1 − L)), from the q of the last call.
   */
  private chooseQ(rounds: number): void {
    const { large, q, small } = this;
    for (let round = 0; round < rounds; round++) {
      this.sumShares();
      for (let atom = 0; atom < q.length; atom++) {
        const s = small[atom]!;
        const l = large[atom]!;
        if (s === 0 && l <= 1) {
          q[atom] = 1;
          continue;
        }
        const goal = l < 1 ? Math.exp(-s / (1 - l)) : Q_MIN;
        q[atom] = Math.min(1, Math.max(Q_MIN, Math.sqrt(q[atom]! * goal)));
      }
    }
  }

  private startQ(): void {
    this.q.fill(0);
    this.sumShares();
    for (let atom = 0; atom < this.q.length; atom++)
      this.q[atom] = Math.min(1, Math.max(Q_MIN, Math.exp(-this.small[atom]!)));
  }

  private sumShares(): void {
    const { large, problem, q, small, x } = this;
    const { atomOf, hazard, hazardAt, incidenceStart, itemStart, ownStart, p, pAt } = problem;
    small.fill(0);
    large.fill(0);
    const { groups } = this.remainder;
    for (let n = 0; n < groups.length; n++) {
      const g = groups[n]!;
      const start = incidenceStart[g]!;
      const end = incidenceStart[g + 1]!;
      for (let i = itemStart[g]!; i < itemStart[g + 1]!; i++) {
        const share = x[i]!;
        if (share <= SHARE_MIN) continue;
        const own = ownStart[i]!;
        if (own < 0) {
          const threshold = 1 - p[i]!;
          const hazardShare = hazard[i]! * share;
          for (let k = start; k < end; k++) {
            const atom = atomOf[k]!;
            if (q[atom]! <= threshold && threshold > 0) small[atom]! += hazardShare;
            else large[atom]! += share;
          }
        } else {
          const shift = own - start;
          for (let k = start; k < end; k++) {
            const atom = atomOf[k]!;
            const threshold = 1 - pAt[k + shift]!;
            if (q[atom]! <= threshold && threshold > 0) small[atom]! += hazardAt[k + shift]! * share;
            else large[atom]! += share;
          }
        }
      }
    }
  }
}
