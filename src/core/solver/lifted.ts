import type { Problem } from "./problem.ts";

/**
 * The lifted submodular inequality. For one atom with items i, a_i = −ln(1 − p_i), α(q) = 1 − q + q·ln q and any q in
 * (0, 1], every set S keeps
 *
 *     1 − Π_{i∈S} (1 − p_i)  ≤  α(q) + Σ_{i∈S} β_i(q),    β_i = q·a_i  if q ≤ 1 − p_i,  else  p_i − α(q).
 *
 * Family: Ahmed & Atamtürk 2011 (Math. Programming 128); Coniglio, Furini & Ljubić 2022. q = 1 is the modular bound Σp,
 * q = Π_{S}(1 − p) with small p is tight at S.
 */
export function alpha(q: number): number {
  return 1 - q + q * Math.log(q);
}

/** Below this q the bound gains nothing that a float could show; also the rule's smallest step. */
export const Q_MIN = 1e-6;
/** An item of a smaller share moves no q. */
export const SHARE_MIN = 1e-6;

/** What the kernel reads of an atom, side by side in memory: w, w·q, w·α(q), q. */
const STRIDE = 4;

/** The linear bound of a q: constant Σ w·α(q) and a gain v_i = worth_i + Σ_a w_a·β_ia(q_a) for every item. */
export class LiftedBound {
  readonly gain: Float64Array;
  constant = 0;
  private readonly problem: Problem;
  private readonly packed: Float64Array;
  private readonly buckets: Float64Array;

  constructor(problem: Problem) {
    this.problem = problem;
    let widest = 0;
    for (let g = 0; g < problem.groupCount; g++)
      widest = Math.max(widest, problem.itemStart[g + 1]! - problem.itemStart[g]!);
    this.buckets = new Float64Array((widest + 1) * 3);
    this.gain = new Float64Array(problem.itemCount);
    this.packed = new Float64Array(problem.atomCount * STRIDE);
  }

  /** Recomputes constant and gains. `weight` is the problem's, or what locked items have left of it. */
  evaluate(q: Float64Array, weight: Float64Array, activeGroups: ArrayLike<number>): void {
    const { packed, problem } = this;
    this.constant = 0;
    for (let atom = 0, at = 0; atom < problem.atomCount; atom++, at += STRIDE) {
      const w = weight[atom]!;
      const wAlpha = q[atom]! === 1 ? 0 : w * alpha(q[atom]!);
      packed[at] = w;
      packed[at + 1] = w * q[atom]!;
      packed[at + 2] = wAlpha;
      packed[at + 3] = q[atom]!;
      this.constant += wAlpha;
    }
    for (let k = 0; k < activeGroups.length; k++) this.evaluateGroup(activeGroups[k]!);
  }

  private evaluateGroup(g: number): void {
    const { itemStart, ownStart } = this.problem;
    const first = itemStart[g]!;
    const end = itemStart[g + 1]!;
    let single = first;
    while (single < end && ownStart[single]! >= 0) this.evaluateOwn(single++, g);
    if (single < end) this.evaluateSingles(g, single, end);
  }

  private evaluateOwn(i: number, g: number): void {
    const { packed } = this;
    const { atomOf, hazardAt, incidenceStart, ownStart, pAt, worth } = this.problem;
    const start = incidenceStart[g]!;
    const shift = ownStart[i]! - start;
    let sum = worth[i]!;
    for (let k = start, stop = incidenceStart[g + 1]!; k < stop; k++) {
      const at = atomOf[k]! * STRIDE;
      const p = pAt[k + shift]!;
      sum +=
        packed[at + 3]! <= 1 - p ? packed[at + 1]! * hazardAt[k + shift]! : packed[at]! * p - packed[at + 2]!;
    }
    this.gain[i] = sum;
  }

  /** All deliverables of a group in one walk: an atom falls into the bucket of how many of them have q ≤ 1 − p. */
  private evaluateSingles(g: number, first: number, end: number): void {
    const { buckets, gain, packed } = this;
    const { atomOf, hazard, incidenceStart, p, worth } = this.problem;
    const n = end - first;
    buckets.fill(0, 0, (n + 1) * 3);
    for (let k = incidenceStart[g]!, stop = incidenceStart[g + 1]!; k < stop; k++) {
      const at = atomOf[k]! * STRIDE;
      const q = packed[at + 3]!;
      let small = 0;
      while (small < n && q <= 1 - p[first + small]!) small++;
      buckets[small * 3]! += packed[at]!;
      buckets[small * 3 + 1]! += packed[at + 1]!;
      buckets[small * 3 + 2]! += packed[at + 2]!;
    }
    let smallWq = 0;
    for (let bucket = 1; bucket <= n; bucket++) smallWq += buckets[bucket * 3 + 1]!;
    let w = 0;
    let wAlpha = 0;
    for (let j = 0; j < n; j++) {
      const i = first + j;
      w += buckets[j * 3]!;
      wAlpha += buckets[j * 3 + 2]!;
      if (j > 0) smallWq -= buckets[j * 3 + 1]!;
      // hazard is infinite at p = 1, where no q is ≤ 1 − p and the sum is rounding dust
      gain[i] = worth[i]! + (hazard[i]! < Infinity ? hazard[i]! * smallWq : 0) + p[i]! * w - wAlpha;
    }
  }
}
