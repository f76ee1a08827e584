import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import type { Certificate, CertificateTree, InfeasibilityProof, Solution } from "#core/solution";
import { exactBound } from "./bound.ts";
import { BranchAndBound, PROVEN_WITHIN } from "./branchAndBound.ts";
import { rootCertificate, treeCertificate } from "./certificates.ts";
import { Coverage } from "./coverage.ts";
import { FrankWolfe } from "./frankWolfe.ts";
import { densityRank, fillGreedily, type Rank, valueRank } from "./greedy.ts";
import { conflictOf, infeasibleTree, provenByMultipliers } from "./infeasible.ts";
import { LiftedBound } from "./lifted.ts";
import { LocalSearch } from "./localSearch.ts";
import { Portfolio } from "./portfolio.ts";
import { compile, type Problem } from "./problem.ts";

/** Incidences that the search and the bound each walk over in a pass: a hundredth of a second or two, less where less matters. */
const WORK_PER_PASS_MAX = 3e6;
const WALKS_PER_PASS = 1000;
const BOUND_SHARE_MAX = 3;
/** The dual hands over to branch and bound when a pass closes less than this share of the gap. */
const STALLED_SHARE = 0.01;
const STEPS_BEFORE_BRANCHING = 120;
/** Numbers that the branches' certificates may hold together. */
const TREE_NUMBERS_MAX = 1.5e6;
const NODES_MAX = 20_000;

interface Tree {
  readonly search: BranchAndBound;
  readonly problem: Problem;
  readonly root: Certificate | null;
  readonly dropped: ReadonlySet<string>;
  /** No plan with a dropped item is worth more. */
  readonly droppedBound: number;
}

/** Search and bound in turn on one instance, pass by pass; what a pass does depends on counts, never on the clock. */
export class PlanSearch {
  passes = 0;
  private readonly instance: Instance;
  private readonly coverage: Coverage;
  private readonly problem: Problem;
  private readonly groups: Int32Array;
  private readonly lifted: LiftedBound;
  private readonly dual: FrankWolfe;
  private readonly random: Random;
  private readonly work: number;
  private readonly infeasible: InfeasibilityProof | null;
  private plan: readonly string[] | null = null;
  private planValue = Number.NEGATIVE_INFINITY;
  private local: { readonly search: LocalSearch; readonly problem: Problem } | null = null;
  private tree: Tree | null = null;
  private improvedAt = 0;
  private lastDual = Number.POSITIVE_INFINITY;

  constructor(instance: Instance, seed: number, warmStart: readonly string[]) {
    this.instance = instance;
    this.coverage = new Coverage(instance);
    this.random = new Random(seed);
    this.problem = compile(instance, new Set());
    const size = this.problem.atomOf.length + this.problem.pAt.length + this.problem.itemCount + 20;
    this.work = Math.min(WORK_PER_PASS_MAX, WALKS_PER_PASS * size);
    this.groups = Int32Array.from({ length: this.problem.groupCount }, (_, g) => g);
    this.lifted = new LiftedBound(this.problem);
    this.infeasible = provenByMultipliers(instance, this.problem);
    if (this.infeasible === null) this.start(warmStart);
    const start = new Float64Array(this.problem.itemCount);
    for (const i of this.planItems(this.problem)) start[i] = 1;
    const remainder = {
      weight: this.problem.weight,
      cap: this.problem.cap,
      groups: this.groups,
      allowed: null,
      bought: 0,
    };
    this.dual = new FrankWolfe(this.problem, remainder, start, this.lifted);
  }

  get value(): number {
    return Math.max(0, this.planValue);
  }

  get upperBound(): number | null {
    const bound = Math.min(this.dual.best, this.tree?.search.bound ?? Number.POSITIVE_INFINITY);
    return Number.isFinite(bound) ? bound : null;
  }

  /** Optimal or infeasible, proven: nothing is left to do. */
  get settled(): boolean {
    if (this.infeasible !== null || this.tree?.search.proven === true) return true;
    return this.dual.best <= this.planValue + PROVEN_WITHIN * Math.abs(this.planValue);
  }

  pass(): void {
    this.passes++;
    // A search that has found nothing new for a while leaves more of the pass to the bound.
    const boundShare = Math.min(BOUND_SHARE_MAX, 1 + (this.passes - this.improvedAt) / 8);
    if (this.tree === null || this.tree.search.exhausted) this.stepDual(this.work * boundShare);
    else this.tree.search.run(this.work * boundShare);
    if (this.settled) return;
    if (this.local === null || isPowerOfFour(this.passes)) this.startLocalSearch();
    this.searchLocally(this.work * (2 - boundShare / 2));
    if (this.tree === null && this.dualStalled()) this.startTree();
    this.lastDual = this.dual.best;
  }

  solution(elapsedSeconds: () => number): Solution {
    const { coverage, passes } = this;
    const certificate = this.infeasible ?? this.infeasibleByBranches();
    if (certificate !== null) {
      const conflict = conflictOf(this.instance);
      const nothing = { chosen: [], cost: 0, value: 0, upperBound: null, gap: null };
      return { ...nothing, seconds: elapsedSeconds(), passes, status: "infeasible", conflict, certificate };
    }
    const chosen = this.plan ?? [];
    const value = coverage.value(chosen);
    const { bound, certificate: proof } = this.bestCertificate();
    const upperBound = Math.max(value, bound);
    const gap = this.plan === null ? null : upperBound === 0 ? 0 : (upperBound - value) / upperBound;
    const status = gap === null ? "no-plan" : gap <= 1e-6 ? "optimal" : "gap";
    const cost = coverage.cost(chosen);
    return {
      chosen,
      cost,
      value,
      upperBound,
      gap,
      seconds: elapsedSeconds(),
      passes,
      status,
      certificate: proof,
    };
  }

  private start(warmStart: readonly string[]): void {
    const { problem } = this;
    const warm = new Portfolio(problem);
    warm.reset(forcedItems(problem));
    for (const id of warmStart) {
      const i = problem.itemIndex.get(id);
      if (i !== undefined && warm.itemOf[problem.groupOf[i]!] === -1 && warm.fits(i)) warm.add(i);
    }
    if (warmStart.length > 0) this.fillAndOffer(warm, densityRank(problem.use[0]!));
    for (const rank of [densityRank(problem.use[0]!), valueRank]) {
      const portfolio = new Portfolio(problem);
      portfolio.reset(forcedItems(problem));
      this.fillAndOffer(portfolio, rank);
    }
  }

  private fillAndOffer(portfolio: Portfolio, rank: Rank): void {
    fillGreedily(portfolio, this.groups, rank);
    this.offer(this.problem, portfolio.items());
  }

  /** Takes a plan if it keeps the rows and is worth more, both by exact sums. */
  private offer(problem: Problem, items: readonly number[]): void {
    const used = problem.rows.map((_, r) => items.reduce((sum, i) => sum + problem.use[r]![i]!, 0));
    if (used.some((use, r) => use > problem.cap[r]! + 1e-12 * Math.max(1, Math.abs(problem.cap[r]!)))) return;
    const ids = items.map((i) => problem.itemOf[i]!.id);
    const value = this.coverage.value(ids);
    if (value <= this.planValue) return;
    this.planValue = value;
    this.plan = ids;
    this.improvedAt = this.passes;
  }

  private planItems(problem: Problem): number[] {
    return (this.plan ?? []).flatMap((id) => problem.itemIndex.get(id) ?? []);
  }

  private stepDual(work: number): void {
    const steps = Math.max(1, Math.floor(work / this.dual.workPerStep));
    for (let k = 0; k < Math.min(steps, 200); k++) {
      this.dual.step();
      if (this.settled) return;
    }
  }

  private dualStalled(): boolean {
    if (this.dual.steps < STEPS_BEFORE_BRANCHING) return false;
    return this.lastDual - this.dual.best < STALLED_SHARE * (this.dual.best - this.value);
  }

  private startLocalSearch(): void {
    const { dual, problem } = this;
    this.lifted.evaluate(dual.bestQ, problem.weight, this.groups);
    const price = new Float64Array(problem.itemCount);
    for (let r = 0; r < dual.bestY.length; r++) {
      const y = dual.bestY[r]!;
      if (y > 0) for (let i = 0; i < price.length; i++) price[i]! += y * problem.use[r]![i]!;
    }
    const chosen = this.planItems(problem);
    const score = Float64Array.from(this.groups, (g) => {
      let best = Number.NEGATIVE_INFINITY;
      for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++)
        best = Math.max(best, this.lifted.gain[i]! - price[i]!);
      return problem.forced[g] === 1 ? Number.POSITIVE_INFINITY : best;
    });
    for (const i of chosen) score[problem.groupOf[i]!] = Number.POSITIVE_INFINITY;
    const order = [...this.groups].sort((g, h) => score[h]! - score[g]! || g - h);
    const size = this.coreSize(chosen.length);
    const outside = new Set<string>();
    for (const g of order.slice(size))
      for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++)
        outside.add(problem.itemOf[i]!.id);
    const core = outside.size === 0 ? problem : compile(this.instance, outside);
    const mean = price.reduce((sum, c) => sum + Math.max(0, c), 0) / Math.max(1, price.length);
    const corePrice = Float64Array.from(core.itemOf, ({ id }) =>
      mean === 0 ? 1 : Math.max(1e-3 * mean, price[problem.itemIndex.get(id)!]!),
    );
    const start = this.plan === null ? forcedItems(core) : this.planItems(core);
    this.local = { search: new LocalSearch(core, corePrice, start, this.random), problem: core };
  }

  private coreSize(chosen: number): number {
    const minima = this.problem.rows.reduce((sum, { kind, cap }) => sum + (kind === "min" ? -cap : 0), 0);
    return 60 + 6 * (chosen + minima);
  }

  private searchLocally(work: number): void {
    const { local } = this;
    if (local === null) return;
    local.search.run(work);
    if (local.search.bestItems !== null && local.search.bestValue > this.planValue)
      this.offer(local.problem, local.search.bestItems);
  }

  private startTree(): void {
    const { instance, dual } = this;
    const root = rootCertificate(instance, this.problem, dual);
    const dropped = new Set<string>();
    let droppedBound = Number.NEGATIVE_INFINITY;
    if (this.plan !== null) {
      const without = new Set(instance.exclude);
      const question = { lock: instance.lock, without, multipliers: root, q: root.q, lockedAreBought: false };
      for (const [id, bound] of exactBound(instance, question).withItem)
        if (bound <= this.planValue && !instance.lock.includes(id)) {
          dropped.add(id);
          droppedBound = Math.max(droppedBound, bound);
        }
    }
    const problem = dropped.size === 0 ? this.problem : compile(instance, dropped);
    const shares = new Map<number, number>();
    this.dual.x.forEach((share, i) => {
      const there = problem.itemIndex.get(this.problem.itemOf[i]!.id);
      if (share > 1e-5 && there !== undefined) shares.set(there, share);
    });
    const shared = problem.compiledAtom.reduce((count, atom) => count + (atom < 0 ? 0 : 1), 1);
    const nodesMax = Math.min(NODES_MAX, Math.max(50, Math.floor(TREE_NUMBERS_MAX / shared)));
    const search = new BranchAndBound(
      problem,
      shares,
      nodesMax,
      () => this.planValue,
      (items) => {
        this.offer(problem, items);
      },
    );
    this.tree = { search, problem, root: dropped.size === 0 ? null : root, dropped, droppedBound };
  }

  private infeasibleByBranches(): CertificateTree | null {
    if (this.tree === null || this.plan !== null || !this.tree.search.proven) return null;
    return infeasibleTree(this.instance, this.tree.problem, this.tree.search.root);
  }

  private bestCertificate(): { bound: number; certificate: Certificate | CertificateTree } {
    const { instance, tree } = this;
    const certificate = rootCertificate(instance, this.problem, this.dual);
    const without = new Set(instance.exclude);
    const question = { lock: instance.lock, without, multipliers: certificate, q: certificate.q };
    const { bound } = exactBound(instance, { ...question, lockedAreBought: false });
    if (tree === null || Math.max(tree.search.bound, tree.droppedBound) >= bound)
      return { bound, certificate };
    const branches = treeCertificate(instance, tree.problem, tree.search.root, tree);
    return { bound: Math.max(tree.search.bound, tree.droppedBound), certificate: branches };
  }
}

function forcedItems(problem: Problem): number[] {
  const items: number[] = [];
  for (let g = 0; g < problem.groupCount; g++) if (problem.forced[g] === 1) items.push(problem.itemStart[g]!);
  return items;
}

function isPowerOfFour(n: number): boolean {
  return n > 0 && (n & (n - 1)) === 0 && (n & 0x55555555) !== 0;
}
