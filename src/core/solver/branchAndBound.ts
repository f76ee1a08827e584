import { type BranchNode, boundBranch } from "./branchNode.ts";
import type { Incumbent } from "./incumbent.ts";
import { LiftedBound } from "./lifted.ts";
import { forcedItems, type Problem } from "./problem.ts";

/**
 * Best-first branch and bound over the groups: a branch buys one item of a group or none of them, and is bounded by the
 * same lifted dual on what is left. At any moment the open and finished branches split all choices between them, so the
 * largest of their bounds holds for the whole.
 */
export class BranchAndBound {
  work = 0;
  nodes = 0;
  readonly root: BranchNode;
  private readonly problem: Problem;
  private readonly lifted: LiftedBound;
  private readonly nodesMax: number;
  private readonly open = new NodeHeap();
  /** The largest bound where nothing is left to decide. */
  private finished = Number.NEGATIVE_INFINITY;
  private readonly incumbent: Incumbent;

  constructor(
    problem: Problem,
    start: ReadonlyMap<number, number> | null,
    nodesMax: number,
    incumbent: Incumbent,
  ) {
    this.problem = problem;
    this.lifted = new LiftedBound(problem);
    this.nodesMax = nodesMax;
    this.incumbent = incumbent;
    this.root = this.admit(forcedItems(problem), new Uint8Array(problem.itemCount).fill(1), start);
  }

  get proven(): boolean {
    return this.open.size === 0 || this.open.top.bound <= this.incumbent.enough;
  }

  get exhausted(): boolean {
    return this.nodes >= this.nodesMax;
  }

  get bound(): number {
    return this.open.size === 0 ? this.finished : Math.max(this.finished, this.open.top.bound);
  }

  run(workMax: number): void {
    this.work = 0;
    while (!this.proven && !this.exhausted && this.work < workMax) this.branch(this.open.pop());
  }

  private branch(node: BranchNode): void {
    const items = this.itemsToSplit(node);
    const [first] = items;
    if (first === undefined) {
      this.finished = Math.max(this.finished, node.bound);
      return;
    }
    const children = new Map<number, BranchNode>();
    for (const i of items) children.set(i, this.admit([...node.locked, i], node.allowed, node.shares));
    const without = Uint8Array.from(node.allowed);
    for (const i of items) without[i] = 0;
    const none = this.admit(node.locked, without, node.shares);
    node.split = { group: this.problem.groupOf[first]!, items: children, none };
  }

  private admit(
    locked: readonly number[],
    allowed: Uint8Array,
    shares: ReadonlyMap<number, number> | null,
  ): BranchNode {
    const node = boundBranch(this.problem, locked, allowed, shares, this.incumbent.enough, this.lifted);
    this.nodes++;
    this.work += (1 + node.steps) * (4 * this.problem.atomOf.length + 20 * this.problem.itemCount + 500);
    for (const plan of node.plans) this.incumbent.offer(this.problem, plan);
    this.finished = Math.max(this.finished, node.dropBound);
    this.open.push(node);
    return node;
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
