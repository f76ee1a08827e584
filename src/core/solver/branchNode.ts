import { FrankWolfe } from "./frankWolfe.ts";
import type { LiftedBound } from "./lifted.ts";
import type { Problem } from "./problem.ts";
import { rulesOut } from "./rows.ts";

/** A part of the choices: some items bought, some left out, and a bound on every plan among them. */
export interface BranchNode {
  readonly locked: readonly number[];
  readonly excluded: readonly number[];
  readonly bound: number;
  /** Null: the rows cannot hold here, by the multipliers y. */
  readonly q: Float64Array | null;
  readonly y: Float64Array;
  /** Relaxed choice, item by share, where it is above zero. */
  readonly shares: ReadonlyMap<number, number>;
  /** Items that are still open: 1. */
  readonly allowed: Uint8Array;
  readonly steps: number;
  /** Plans met on the way. */
  readonly plans: readonly (readonly number[])[];
}

const STEPS_FIRST = 24;
const STEPS_MAX = 60;
/** A branch starts from its parent's shares, so its steps start small. */
const STEPS_BEHIND = 10;

/** Bounds a branch; stops as soon as the bound is at most `enough`. */
export function boundBranch(
  problem: Problem,
  locked: readonly number[],
  excluded: readonly number[],
  parent: ReadonlyMap<number, number> | null,
  enough: number,
  lifted: LiftedBound,
): BranchNode {
  const left = whatIsLeft(problem, locked, excluded);
  const { allowed } = left;
  const start = new Float64Array(problem.itemCount);
  for (const [i, share] of parent ?? []) if (allowed[i] === 1) start[i] = share;
  const dual = new FrankWolfe(problem, left, parent === null ? null : start, lifted);
  if (!dual.relaxation.feasible) {
    const { y } = dual.relaxation;
    const bound = Number.NEGATIVE_INFINITY;
    return { locked, excluded, bound, q: null, y, shares: new Map(), allowed, steps: 1, plans: [] };
  }
  dual.steps = parent === null ? 0 : STEPS_BEHIND;
  const plans: number[][] = [];
  const undecided = left.groups.length > 0;
  let last = Number.POSITIVE_INFINITY;
  for (let k = 1; k <= (undecided ? STEPS_MAX : 1); k++) {
    dual.step();
    const choice = dual.relaxation.integralChoice();
    if (choice !== null) plans.push([...locked, ...choice]);
    if (dual.best <= enough) break;
    if (k % 8 === 0 && k >= STEPS_FIRST) {
      // Far from the goal and slow: branching says more than another round of steps.
      if (last - dual.best < 0.05 * (dual.best - enough)) break;
    }
    if (k % 8 === 0) last = dual.best;
  }
  const shares = new Map<number, number>();
  dual.x.forEach((share, i) => {
    if (share > 1e-5) shares.set(i, share);
  });
  const steps = dual.steps - (parent === null ? 0 : STEPS_BEHIND);
  return { locked, excluded, bound: dual.best, q: dual.bestQ, y: dual.bestY, shares, allowed, steps, plans };
}

function whatIsLeft(problem: Problem, locked: readonly number[], excluded: readonly number[]) {
  const weight = Float64Array.from(problem.weight);
  const cap = Float64Array.from(problem.cap);
  const open = new Uint8Array(problem.groupCount).fill(1);
  const allowed = new Uint8Array(problem.itemCount).fill(1);
  let bought = 0;
  for (const i of locked) {
    const g = problem.groupOf[i]!;
    open[g] = 0;
    bought += problem.worth[i]!;
    for (let r = 0; r < cap.length; r++) cap[r]! -= problem.use[r]![i]!;
    const shift = problem.ownStart[i]! - problem.incidenceStart[g]!;
    for (let k = problem.incidenceStart[g]!; k < problem.incidenceStart[g + 1]!; k++) {
      const p = problem.ownStart[i]! < 0 ? problem.p[i]! : problem.pAt[k + shift]!;
      const atom = problem.atomOf[k]!;
      const after = weight[atom]! * (1 - p);
      bought += weight[atom]! - after;
      weight[atom] = after;
    }
  }
  for (const i of excluded) allowed[i] = 0;
  const groups: number[] = [];
  for (let g = 0; g < problem.groupCount; g++) {
    let some = false;
    for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++) {
      if (open[g] === 1 && allowed[i] === 1 && fitsBeside(problem, cap, i)) some = true;
      else allowed[i] = 0;
    }
    if (some) groups.push(g);
  }
  return { weight, cap, groups, allowed, bought };
}

function fitsBeside(problem: Problem, cap: Float64Array, i: number): boolean {
  return !problem.rows.some((row, r) =>
    rulesOut({ kind: row.kind, cap: row.cap }, row.cap - cap[r]!, problem.use[r]![i]!),
  );
}
