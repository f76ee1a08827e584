import { FrankWolfe } from "./frankWolfe.ts";
import type { LiftedBound } from "./lifted.ts";
import { itemPrices, type Problem } from "./problem.ts";
import { rulesOut } from "./rows.ts";

/** A part of the choices: some items bought, some left out, and a bound on every plan among them. */
export interface BranchNode {
  readonly locked: readonly number[];
  readonly bound: number;
  /** Null: the rows cannot hold here, by the multipliers y. */
  readonly q: ShortQ | null;
  readonly y: Float64Array;
  /** Relaxed choice, item by share, where it is above zero. */
  readonly shares: ReadonlyMap<number, number>;
  /** Items that are still open: 1. */
  readonly allowed: Uint8Array;
  /** Items that by these multipliers can be in no better plan. */
  readonly dropped: readonly number[];
  /** No plan with one of them is worth more. */
  readonly dropBound: number;
  readonly steps: number;
  /** Plans met on the way. */
  readonly plans: readonly (readonly number[])[];
  split: { readonly group: number; readonly items: Map<number, BranchNode>; none: BranchNode } | null;
}

const STEPS_FIRST = 12;
const STEPS_MAX = 60;
/** Incidences that the steps of one branch may walk over. */
const WORK_MAX = 2e6;
/** A branch starts from its parent's shares, so its steps start small. */
const STEPS_BEHIND = 10;
/**
 * Any q is valid, so a short one is as good: ten-thousandths cost the bound about 1e-8 of itself, and a branch keeps them
 * in two bytes an atom.
 */
export type ShortQ = Uint16Array;
const Q_PARTS = 1e4;
const PAD = 1e-9;

/** Bounds the plans that hold `locked` and else only items that `allowed` leaves; stops once the bound is at most `enough`. */
export function boundBranch(
  problem: Problem,
  locked: readonly number[],
  allowedBefore: Uint8Array,
  parent: ReadonlyMap<number, number> | null,
  enough: number,
  lifted: LiftedBound,
): BranchNode {
  const left = whatIsLeft(problem, locked, allowedBefore);
  const { allowed } = left;
  const start = new Float64Array(problem.itemCount);
  for (const [i, share] of parent ?? []) if (allowed[i] === 1) start[i] = share;
  const dual = new FrankWolfe(problem, left, parent === null ? null : start, lifted);
  if (!dual.relaxation.feasible) {
    const { y } = dual.relaxation;
    const nothing = { shares: new Map<number, number>(), dropped: [], plans: [], split: null };
    const none = Number.NEGATIVE_INFINITY;
    return { ...nothing, locked, allowed, bound: none, dropBound: none, q: null, y, steps: 1 };
  }
  const plans = descend(dual, parent === null ? 0 : STEPS_BEHIND, left.groups.length > 0, locked, enough);
  const node = settledNode(problem, left, dual, enough, lifted);
  for (const i of node.dropped) allowed[i] = 0;
  return { ...node, locked, plans };
}

/** What a dual has come to, at its rounded q. */
export function settledNode(
  problem: Problem,
  left: ReturnType<typeof whatIsLeft>,
  dual: FrankWolfe,
  enough: number,
  lifted: LiftedBound,
): BranchNode {
  const shares = new Map<number, number>();
  dual.x.forEach((share, i) => {
    if (share > 1e-5) shares.set(i, share);
  });
  const q = Uint16Array.from(dual.bestQ, (value) => Math.max(1, Math.round(value * Q_PARTS)));
  const settled = settle(problem, left, Float64Array.from(q, plainQ), dual.bestY, enough, lifted);
  const { allowed, locked } = left;
  return { ...settled, locked, allowed, q, y: dual.bestY, shares, steps: dual.steps, plans: [], split: null };
}

/** The q that a short one stands for. */
export function plainQ(short: number): number {
  return short / Q_PARTS;
}

/** Takes steps until the bound is enough or slow; returns the plans that it meets. */
function descend(
  dual: FrankWolfe,
  behind: number,
  undecided: boolean,
  locked: readonly number[],
  enough: number,
): number[][] {
  const plans: number[][] = [];
  const affordable = Math.max(STEPS_FIRST, Math.floor(WORK_MAX / dual.workPerStep));
  const most = undecided ? Math.min(STEPS_MAX, affordable) : 1;
  let last = Number.POSITIVE_INFINITY;
  dual.steps = behind;
  for (let k = 1; k <= most; k++) {
    dual.step();
    const choice = dual.relaxation.integralChoice();
    if (choice !== null) plans.push([...locked, ...choice]);
    if (dual.best <= enough) break;
    if (k % 6 !== 0) continue;
    // Far from the goal and slow: splitting says more than another round of steps.
    if (k >= STEPS_FIRST && last - dual.best < 0.1 * (dual.best - enough)) break;
    last = dual.best;
  }
  dual.steps -= behind;
  return plans;
}

/** The bound at the rounded q, padded, and the items that it keeps out of every better plan. */
function settle(
  problem: Problem,
  left: ReturnType<typeof whatIsLeft>,
  q: Float64Array,
  y: Float64Array,
  enough: number,
  lifted: LiftedBound,
): Pick<BranchNode, "bound" | "dropped" | "dropBound"> {
  const { allowed, bought, cap, groups, weight } = left;
  lifted.evaluate(q, weight, groups);
  const price = itemPrices(problem, y);
  const best = new Float64Array(groups.length);
  let total = lifted.constant + bought;
  let size = Math.abs(bought) + lifted.constant;
  for (let r = 0; r < y.length; r++) {
    total += y[r]! * cap[r]!;
    size += Math.abs(y[r]! * cap[r]!);
  }
  groups.forEach((g, n) => {
    for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++)
      if (allowed[i] === 1) best[n] = Math.max(best[n]!, lifted.gain[i]! - price[i]!);
    total += best[n]!;
    size += best[n]!;
  });
  const bound = total + PAD * Math.abs(total) + 64 * Number.EPSILON * size;
  const dropped: number[] = [];
  let dropBound = Number.NEGATIVE_INFINITY;
  const within = enough - 2 * PAD * Math.abs(enough);
  groups.forEach((g, n) => {
    for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++)
      if (allowed[i] === 1) {
        const withItem = bound - best[n]! + lifted.gain[i]! - price[i]!;
        if (withItem > within) continue;
        dropped.push(i);
        dropBound = Math.max(dropBound, withItem + PAD * Math.abs(withItem));
      }
  });
  return { bound, dropped, dropBound };
}

export function whatIsLeft(problem: Problem, locked: readonly number[], allowedBefore: Uint8Array) {
  const weight = Float64Array.from(problem.weight);
  const cap = Float64Array.from(problem.cap);
  const open = new Uint8Array(problem.groupCount).fill(1);
  const allowed = Uint8Array.from(allowedBefore);
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
  const groups: number[] = [];
  for (let g = 0; g < problem.groupCount; g++) {
    let some = false;
    for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++) {
      if (open[g] === 1 && allowed[i] === 1 && fitsBeside(problem, cap, i)) some = true;
      else allowed[i] = 0;
    }
    if (some) groups.push(g);
  }
  return { weight, cap, groups, allowed, bought, locked };
}

function fitsBeside(problem: Problem, cap: Float64Array, i: number): boolean {
  return !problem.rows.some((row, r) =>
    rulesOut({ kind: row.kind, cap: row.cap }, row.cap - cap[r]!, problem.use[r]![i]!),
  );
}
