import type { Portfolio } from "./portfolio.ts";
import type { Problem } from "./problem.ts";

/**
 * Gains of all items, kept up to date while a portfolio changes: each change of an atom is passed on to whatever touches
 * it. Worth its while where atoms are touched by few; `updateCost` says how many incidences an average change visits.
 * A slot is a group's mass (its items with a single p share it) or one item with an own p at each atom.
 */
export class GainTable {
  private readonly problem: Problem;
  private readonly slotStart: Int32Array;
  private readonly slotOf: Int32Array;
  private readonly share: Float64Array;
  private readonly level: Float64Array;

  static updateCost(problem: Problem): number {
    const degree = slotDegrees(problem);
    let visits = 0;
    for (let k = 0; k < problem.atomOf.length; k++) visits += degree[problem.atomOf[k]!]!;
    return visits / Math.max(1, problem.groupCount);
  }

  constructor(problem: Problem) {
    this.problem = problem;
    const degree = slotDegrees(problem);
    this.slotStart = new Int32Array(problem.atomCount + 1);
    for (let atom = 0; atom < problem.atomCount; atom++)
      this.slotStart[atom + 1] = this.slotStart[atom]! + degree[atom]!;
    const entries = this.slotStart[problem.atomCount]!;
    this.slotOf = new Int32Array(entries);
    this.share = new Float64Array(entries);
    this.level = new Float64Array(problem.itemCount);
    this.fillSlots();
  }

  /** Recomputes every gain from what the portfolio has left. */
  reset(portfolio: Portfolio): void {
    this.level.fill(0);
    for (let atom = 0; atom < this.problem.atomCount; atom++) this.spread(atom, portfolio.left[atom]!);
  }

  /** An atom of the portfolio has `by` more left (less, if negative). */
  spread(atom: number, by: number): void {
    const { level, share, slotOf, slotStart } = this;
    for (let k = slotStart[atom]!, end = slotStart[atom + 1]!; k < end; k++)
      level[slotOf[k]!]! += by * share[k]!;
  }

  /** Gain of item i for a group that has no item yet. */
  gainOf(i: number): number {
    const { groupOf, itemStart, ownStart, p, worth } = this.problem;
    if (ownStart[i]! >= 0) return worth[i]! + this.level[i]!;
    return worth[i]! + p[i]! * this.level[itemStart[groupOf[i]! + 1]! - 1]!;
  }

  private fillSlots(): void {
    const { atomOf, groupCount, incidenceStart, itemStart, ownStart, pAt } = this.problem;
    const next = Int32Array.from(this.slotStart);
    for (let g = 0; g < groupCount; g++) {
      const last = itemStart[g + 1]! - 1;
      for (let k = incidenceStart[g]!; k < incidenceStart[g + 1]!; k++) {
        const atom = atomOf[k]!;
        for (let i = itemStart[g]!; i <= last; i++) {
          const own = ownStart[i]!;
          if (own < 0 && i !== last) continue;
          const at = next[atom]!++;
          this.slotOf[at] = i;
          this.share[at] = own < 0 ? 1 : pAt[own + k - incidenceStart[g]!]!;
        }
      }
    }
  }
}

/** Slots that touch an atom: one for the single-p items of a group together, one for each item with own p. */
function slotDegrees(problem: Problem): Int32Array {
  const { atomOf, groupCount, incidenceStart, itemStart, ownStart } = problem;
  const degree = new Int32Array(problem.atomCount);
  for (let g = 0; g < groupCount; g++) {
    let slots = 0;
    for (let i = itemStart[g]!; i < itemStart[g + 1]!; i++) if (ownStart[i]! >= 0) slots++;
    if (slots < itemStart[g + 1]! - itemStart[g]!) slots++;
    for (let k = incidenceStart[g]!; k < incidenceStart[g + 1]!; k++) degree[atomOf[k]!]! += slots;
  }
  return degree;
}
