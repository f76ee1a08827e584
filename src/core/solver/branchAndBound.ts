import { type BranchNode, boundBranch } from "./branchNode.ts";
import { LiftedBound } from "./lifted.ts";
import type { Problem } from "./problem.ts";

/** Bounds within this of the best plan are taken as reached. */
export const PROVEN_WITHIN = 1e-9;

/**
 * Best-first branch and bound over the groups: a branch buys one item of a group or none of them, and is bounded by the
 * same lifted dual on what is left. At any moment the open and finished branches split all choices between them, so the
 * largest of their bounds holds for the whole.
 */
export class BranchAndBound {
  work = 0;
  nodes = 0;
  private readonly problem: Problem;
  private readonly lifted: LiftedBound;
  private readonly leavesMax: number;
  private readonly open = new NodeHeap();
  /** Nothing is left to decide in these. */
  private readonly finished: BranchNode[] = [];
  private readonly onPlan: (items: readonly number[]) => void;
  private readonly best: () => number;

  /** `best` answers the value of the best plan so far, −∞ without one; `onPlan` takes plans that were met. */
  constructor(
    problem: Problem,
    start: ReadonlyMap<number, number> | null,
    leavesMax: number,
    best: () => number,
    onPlan: (items: readonly number[]) => void,
  ) {
    this.problem = problem;
    this.lifted = new LiftedBound(problem);
    this.leavesMax = leavesMax;
    this.best = best;
    this.onPlan = onPlan;
    const forced: number[] = [];
    for (let g = 0; g < problem.groupCount; g++)
      if (problem.forced[g] === 1) forced.push(problem.itemStart[g]!);
    this.admit(forced, [], start);
  }

  get proven(): boolean {
    return this.open.size === 0 || this.open.top.bound <= this.enough();
  }

  get exhausted(): boolean {
    return this.open.size + this.finished.length >= this.leavesMax;
  }

  get bound(): number {
    const finished = this.finished.reduce((max, { bound }) => Math.max(max, bound), Number.NEGATIVE_INFINITY);
    return this.open.size === 0 ? finished : Math.max(finished, this.open.top.bound);
  }

  leaves(): readonly BranchNode[] {
    return [...this.finished, ...this.open.nodes];
  }

  run(workMax: number): void {
    this.work = 0;
    while (!this.proven && !this.exhausted && this.work < workMax) this.branch(this.open.pop());
  }

  private enough(): number {
    const best = this.best();
    return best === Number.NEGATIVE_INFINITY ? best : best + PROVEN_WITHIN * Math.abs(best);
  }

  private branch(node: BranchNode): void {
    const items = this.itemsToSplit(node);
    if (items.length === 0) {
      this.finished.push(node);
      return;
    }
    for (const i of items) this.admit([...node.locked, i], node.excluded, node.shares);
    this.admit(node.locked, [...node.excluded, ...items], node.shares);
  }

  private admit(
    locked: readonly number[],
    excluded: readonly number[],
    shares: ReadonlyMap<number, number> | null,
  ): void {
    const node = boundBranch(this.problem, locked, excluded, shares, this.enough(), this.lifted);
    this.nodes++;
    this.work += (1 + node.steps) * (4 * this.problem.atomOf.length + 20 * this.problem.itemCount + 500);
    for (const plan of node.plans) this.onPlan(plan);
    this.open.push(node);
  }

  /** Open items of the undecided group whose shares are the most torn, else of any that is open; none when all is decided. */
  private itemsToSplit(node: BranchNode): number[] {
    const { groupCount, groupOf, itemStart } = this.problem;
    const torn = new Float64Array(groupCount);
    for (const [i, share] of node.shares) torn[groupOf[i]!]! += Math.min(share, 1 - share) + 1e-6 * share;
    let best: number[] = [];
    let most = -1;
    for (let g = 0; g < groupCount; g++) {
      if (torn[g]! <= most) continue;
      const items: number[] = [];
      for (let i = itemStart[g]!; i < itemStart[g + 1]!; i++) if (node.allowed[i] === 1) items.push(i);
      if (items.length === 0) continue;
      best = items;
      most = torn[g]!;
    }
    return best;
  }
}

/** Largest bound first; ties by age, so that a run is the same everywhere. */
class NodeHeap {
  readonly nodes: BranchNode[] = [];

  get size(): number {
    return this.nodes.length;
  }

  get top(): BranchNode {
    return this.nodes[0]!;
  }

  push(node: BranchNode): void {
    const { nodes } = this;
    let at = nodes.length;
    nodes.push(node);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (node.bound <= nodes[above]!.bound) break;
      nodes[at] = nodes[above]!;
      at = above;
    }
    nodes[at] = node;
  }

  pop(): BranchNode {
    const { nodes } = this;
    const top = nodes[0]!;
    const node = nodes.pop()!;
    if (nodes.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= nodes.length) break;
      if (below + 1 < nodes.length && nodes[below + 1]!.bound > nodes[below]!.bound) below++;
      if (node.bound >= nodes[below]!.bound) break;
      nodes[at] = nodes[below]!;
      at = below;
    }
    nodes[at] = node;
    return top;
  }
}
