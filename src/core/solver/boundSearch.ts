import type { Instance } from "#core/instance";
import type { Certificate, CertificateTree } from "#core/solution";
import { exactBound, namedMultipliers } from "./bound.ts";
import { BranchAndBound } from "./branchAndBound.ts";
import { type BranchNode, settledNode, whatIsLeft } from "./branchNode.ts";
import { rootCertificate, type Stage, treeCertificate } from "./certificates.ts";
import { FrankWolfe } from "./frankWolfe.ts";
import type { Incumbent } from "./incumbent.ts";
import { infeasibleTree } from "./infeasible.ts";
import { LiftedBound } from "./lifted.ts";
import { compile, forcedItems, itemPrices, type Problem } from "./problem.ts";

/** Steps at which the dual looks whether it could leave most of the catalog behind. */
const NARROWING_STEPS: readonly number[] = [10, 20, 40, 80];
const WORTH_NARROWING = 0.5;
/** The dual hands over when a turn closes less than this share of the gap. */
const STALLED_SHARE = 0.01;
const STEPS_BEFORE_STALLED = 100;
const STEPS_MAX_PER_TURN = 200;
/** Numbers that the branches' certificates may hold together unless the caller says, and how many branches at all. */
export const CERTIFICATE_NUMBERS_MAX = 3e6;
const NODES_MAX = 20_000;

/** The dual on what the root's multipliers have left of the catalog. */
interface Narrowed {
  readonly problem: Problem;
  readonly left: ReturnType<typeof whatIsLeft>;
  readonly lifted: LiftedBound;
  readonly dual: FrankWolfe;
  readonly root: Certificate | null;
  readonly dropped: ReadonlySet<string>;
  /** No plan with a dropped item is worth more. */
  readonly droppedBound: number;
}

interface Tree {
  readonly problem: Problem;
  readonly search: BranchAndBound;
  /** The narrowed dual's multipliers, where they dropped more before the first split. */
  readonly before: BranchNode | null;
}

/**
 * The bound in three stages: the dual on the whole catalog; on the items that its own multipliers leave possible in a
 * better plan; branch and bound on those that are left after that. Each stage goes into the certificate of the next.
 */
export class BoundSearch {
  readonly dual: FrankWolfe;
  readonly lifted: LiftedBound;
  private readonly instance: Instance;
  private readonly problem: Problem;
  private readonly incumbent: Incumbent;
  private readonly numbersMax: number;
  private narrowed: Narrowed | null = null;
  private tree: Tree | null = null;

  constructor(instance: Instance, problem: Problem, incumbent: Incumbent, numbersMax: number) {
    this.numbersMax = numbersMax;
    this.instance = instance;
    this.problem = problem;
    this.incumbent = incumbent;
    this.lifted = new LiftedBound(problem);
    const start = new Float64Array(problem.itemCount);
    for (const i of incumbent.itemsIn(problem)) start[i] = 1;
    const { cap, weight } = problem;
    const groups = Int32Array.from({ length: problem.groupCount }, (_, g) => g);
    this.dual = new FrankWolfe(
      problem,
      { weight, cap, groups, allowed: null, bought: 0 },
      start,
      this.lifted,
    );
  }

  get bound(): number {
    const { narrowed } = this;
    if (narrowed === null) return this.dual.best;
    return Math.min(
      this.dual.best,
      Math.max(narrowed.droppedBound, Math.min(narrowed.dual.best, this.treeBound)),
    );
  }

  private get treeBound(): number {
    if (this.tree === null) return Number.POSITIVE_INFINITY;
    return Math.max(this.tree.search.bound, this.tree.before?.dropBound ?? Number.NEGATIVE_INFINITY);
  }

  get proven(): boolean {
    return this.bound <= this.incumbent.enough || this.tree?.search.proven === true;
  }

  /** Tightens the bound by about that many incidences' work, or one step's; returns what it took. */
  run(work: number): number {
    if (this.tree !== null && !this.tree.search.exhausted) {
      this.tree.search.run(work);
      return this.tree.search.work;
    }
    return this.descend(this.narrowed?.dual ?? this.dual, work);
  }

  /** The best multipliers of the whole: relaxed shares, and gain and price of every item. */
  prices(): { readonly x: Float64Array; readonly gain: Float64Array; readonly price: Float64Array } {
    const { dual, lifted, problem } = this;
    lifted.evaluate(
      dual.bestQ,
      problem.weight,
      Int32Array.from({ length: problem.groupCount }, (_, g) => g),
    );
    return { x: dual.x, gain: lifted.gain, price: itemPrices(problem, dual.bestY) };
  }

  certificate(): { readonly bound: number; readonly certificate: Certificate | CertificateTree } {
    const { instance, narrowed, tree } = this;
    const certificate = rootCertificate(instance, this.problem, this.dual);
    const { bound } = exactBound(instance, this.rootQuestion(certificate));
    if (narrowed === null || this.bound >= bound) return { bound, certificate };
    const leaf = settledNode(
      narrowed.problem,
      narrowed.left,
      narrowed.dual,
      this.incumbent.enough,
      narrowed.lifted,
    );
    const best = Math.max(narrowed.droppedBound, Math.min(leaf.bound, this.treeBound));
    if (best >= bound) return { bound, certificate };
    const whole = { node: { ...leaf, dropped: [] }, problem: narrowed.problem };
    const branches = treeCertificate(
      instance,
      narrowed,
      tree === null || leaf.bound <= this.treeBound ? [whole] : stagesOf(tree, narrowed.problem),
    );
    return { bound: best, certificate: branches };
  }

  /** The work of the certificate, or of about a `part`-th of it; returns the part. */
  rehearse(part: number): number {
    if (part === 1) {
      this.certificate();
      return 1;
    }
    const { dual, instance } = this;
    const groups = instance.groups.filter((_, k) => k % part === 0);
    // Any q takes as long as the certificate's own, which is slow to round.
    const q = new Float64Array(instance.atoms).fill(0.5);
    const multipliers = namedMultipliers(instance, dual.bestY);
    exactBound({ ...instance, groups }, { ...this.rootQuestion({ q: [], ...multipliers }), q });
    return part;
  }

  /** A proof by cases that there is no plan at all; null where there may be one. */
  infeasibility(): CertificateTree | null {
    const { incumbent, tree } = this;
    if (tree === null || incumbent.plan !== null || !tree.search.proven) return null;
    return infeasibleTree(this.instance, tree.problem, tree.search.root);
  }

  private descend(dual: FrankWolfe, work: number): number {
    const before = dual.best;
    const steps = Math.min(STEPS_MAX_PER_TURN, Math.max(1, Math.floor(work / dual.workPerStep)));
    for (let k = 0; k < steps; k++) {
      dual.step();
      if (this.proven) return 0;
      if (dual !== this.dual || !NARROWING_STEPS.includes(dual.steps) || !this.couldNarrow()) continue;
      this.narrow();
      return (k + 1) * dual.workPerStep;
    }
    const stalled =
      before - dual.best < (STALLED_SHARE * steps * (dual.best - Math.max(0, this.incumbent.value))) / 10;
    if (dual.steps >= STEPS_BEFORE_STALLED && stalled && this.tree === null) {
      if (this.narrowed === null) this.narrow();
      if (this.narrowed !== null) this.startTree(this.narrowed);
    }
    return steps * dual.workPerStep;
  }

  /** Whether the multipliers so far rule most of the catalog's incidences out of better plans. */
  private couldNarrow(): boolean {
    const { dual, incumbent, problem } = this;
    if (incumbent.plan === null) return false;
    const { gain, price } = this.prices();
    let kept = 0;
    for (let g = 0; g < problem.groupCount; g++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let i = problem.itemStart[g]!; i < problem.itemStart[g + 1]!; i++)
        best = Math.max(best, gain[i]! - price[i]!);
      if (dual.best + Math.min(0, best) > incumbent.value)
        kept += problem.incidenceStart[g + 1]! - problem.incidenceStart[g]!;
    }
    return kept < WORTH_NARROWING * problem.atomOf.length;
  }

  private rootQuestion(certificate: Certificate) {
    const { exclude, lock } = this.instance;
    return {
      lock,
      without: new Set(exclude),
      multipliers: certificate,
      q: certificate.q,
      lockedAreBought: false,
    };
  }

  private narrow(): void {
    const { dual, incumbent, instance } = this;
    const root = rootCertificate(instance, this.problem, dual);
    const dropped = new Set<string>();
    let droppedBound = Number.NEGATIVE_INFINITY;
    if (incumbent.plan !== null)
      for (const [id, bound] of exactBound(instance, this.rootQuestion(root)).withItem) {
        if (bound > incumbent.value || instance.lock.includes(id)) continue;
        dropped.add(id);
        droppedBound = Math.max(droppedBound, bound);
      }
    const problem = dropped.size === 0 ? this.problem : compile(instance, dropped);
    // Branches certify from the layout; one in 32 bits is not exact enough for that.
    if (problem.pAt instanceof Float32Array) return;
    const left = whatIsLeft(problem, forcedItems(problem), new Uint8Array(problem.itemCount).fill(1));
    const lifted = new LiftedBound(problem);
    const start = new Float64Array(problem.itemCount);
    for (const [i, share] of sharesIn(problem, this.problem, dual.x))
      if (left.allowed[i] === 1) start[i] = share;
    const narrowed = new FrankWolfe(problem, left, start, lifted);
    narrowed.steps = dual.steps;
    const proof = dropped.size === 0 ? null : root;
    this.narrowed = { problem, left, lifted, dual: narrowed, root: proof, dropped, droppedBound };
    narrowed.step();
  }

  private startTree({ dropped, dual, left, lifted, problem }: Narrowed): void {
    const { incumbent, instance } = this;
    const settled = settledNode(problem, left, dual, incumbent.enough, lifted);
    const before = settled.dropped.length > 0 ? settled : null;
    const rest = new Set([...dropped, ...settled.dropped.map((i) => problem.itemOf[i]!.id)]);
    const core = before === null ? problem : compile(instance, rest);
    // Branches in which nothing keeps the rows carry no q, so a search for a first plan is not cut short.
    const numbersMax = incumbent.plan === null ? CERTIFICATE_NUMBERS_MAX : this.numbersMax;
    const nodesMax = Math.min(NODES_MAX, Math.floor(numbersMax / (1 + sharedAtoms(problem))));
    const start = new Map(sharesIn(core, problem, dual.x));
    const search = new BranchAndBound(core, start, nodesMax, incumbent);
    this.tree = { problem: core, search, before };
  }
}

function stagesOf({ before, problem, search }: Tree, narrowed: Problem): Stage[] {
  const last = { node: search.root, problem };
  return before === null ? [last] : [{ node: before, problem: narrowed }, last];
}

/** Shares of one layout's items in another's. */
function sharesIn(problem: Problem, from: Problem, x: Float64Array): [number, number][] {
  const shares: [number, number][] = [];
  x.forEach((share, i) => {
    const there = share > 1e-6 ? problem.itemIndex.get(from.itemOf[i]!.id) : undefined;
    if (there !== undefined) shares.push([there, share]);
  });
  return shares;
}

/** Atoms of the instance that carry a q of their own. */
function sharedAtoms(problem: Problem): number {
  let count = 0;
  for (const compiled of problem.compiledAtom) if (compiled >= 0) count++;
  return count;
}
