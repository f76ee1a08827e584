import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import type { InfeasibilityProof, Solution, SolveOptions } from "#core/solution";
import { BoundSearch, CERTIFICATE_NUMBERS_MAX } from "./boundSearch.ts";
import { densityRank, fillGreedily, type Rank, valueRank } from "./greedy.ts";
import { Incumbent } from "./incumbent.ts";
import { conflictOf, provenByMultipliers } from "./infeasible.ts";
import { LocalSearch } from "./localSearch.ts";
import { Portfolio } from "./portfolio.ts";
import { compile, forcedItems, type Problem } from "./problem.ts";
import { promisingCore } from "./promisingCore.ts";

/** Incidences that the search and the bound each walk over in a pass: a hundredth of a second or two, less where less matters. */
const WORK_PER_PASS_MAX = 3e6;
const WALKS_PER_PASS = 1000;
const BOUND_SHARE_MAX = 3;
/** Incidences up to which a rehearsal is the certificate itself; beyond, it is that of one creator in so many. */
const REHEARSED_WHOLE = 5e5;
const REHEARSED_PART = 16;

/** Search and bound in turn on one instance, pass by pass; what a pass does depends on counts, never on the clock. */
export class PlanSearch {
  passes = 0;
  private readonly instance: Instance;
  private readonly incumbent: Incumbent;
  private readonly problem: Problem;
  private readonly boundSearch: BoundSearch;
  private readonly random: Random;
  private readonly work: number;
  private readonly infeasible: InfeasibilityProof | null;
  private local: { readonly search: LocalSearch; readonly problem: Problem } | null = null;
  private improvedAt = 0;

  constructor(
    instance: Instance,
    options: Pick<SolveOptions, "seed" | "warmStart" | "certificateNumbersMax">,
  ) {
    const { certificateNumbersMax = CERTIFICATE_NUMBERS_MAX, seed, warmStart = [] } = options;
    this.instance = instance;
    this.incumbent = new Incumbent(instance);
    this.random = new Random(seed);
    this.problem = compile(instance, new Set());
    const size = this.problem.atomOf.length + this.problem.pAt.length + this.problem.itemCount + 20;
    this.work = Math.min(WORK_PER_PASS_MAX, WALKS_PER_PASS * size);
    this.infeasible = provenByMultipliers(instance, this.problem);
    if (this.infeasible === null) this.start(warmStart);
    this.boundSearch = new BoundSearch(instance, this.problem, this.incumbent, certificateNumbersMax);
  }

  get value(): number {
    return Math.max(0, this.incumbent.value);
  }

  get upperBound(): number | null {
    const { bound } = this.boundSearch;
    return Number.isFinite(bound) ? bound : null;
  }

  /** Optimal or infeasible, proven: nothing is left to do. */
  get settled(): boolean {
    return this.infeasible !== null || this.boundSearch.proven;
  }

  pass(): void {
    this.passes++;
    const before = this.incumbent.improvements;
    // A search that has found nothing new for a while leaves more of the pass to the bound.
    const boundShare = Math.min(BOUND_SHARE_MAX, 1 + (this.passes - this.improvedAt) / 8);
    const boundWork = this.boundSearch.run(this.work * boundShare);
    if (!this.settled) {
      if (this.local === null || isPowerOfFour(this.passes)) this.startLocalSearch();
      // Where one step of the bound is more than a turn, the search keeps its share of the time.
      this.searchLocally(Math.max(this.work, boundWork / boundShare) * (2 - boundShare / 2));
    }
    if (this.incumbent.improvements > before) this.improvedAt = this.passes;
  }

  /**
   * Makes the certificate of the moment for the time it takes, of a large catalog a part; nothing of the search changes.
   * Returns how many times longer the whole takes.
   */
  rehearse(): number {
    const { atomOf, pAt } = this.problem;
    return this.boundSearch.rehearse(atomOf.length + pAt.length < REHEARSED_WHOLE ? 1 : REHEARSED_PART);
  }

  solution(elapsedSeconds: () => number): Solution {
    const { incumbent, passes } = this;
    const proof = this.infeasible ?? this.boundSearch.infeasibility();
    if (proof !== null) {
      const nothing = { chosen: [], cost: 0, value: 0, upperBound: null, gap: null };
      const { conflict, proof: certificate } = conflictOf(this.instance, proof);
      const seconds = elapsedSeconds();
      return { ...nothing, seconds, passes, status: "infeasible", conflict, certificate };
    }
    const chosen = incumbent.plan ?? [];
    const value = incumbent.coverage.value(chosen);
    const { bound, certificate } = this.boundSearch.certificate();
    const upperBound = Math.max(value, bound);
    const gap = incumbent.plan === null ? null : upperBound === 0 ? 0 : (upperBound - value) / upperBound;
    const status = gap === null ? "no-plan" : gap <= 1e-6 ? "optimal" : "gap";
    const cost = incumbent.coverage.cost(chosen);
    return { chosen, cost, value, upperBound, gap, seconds: elapsedSeconds(), passes, status, certificate };
  }

  private start(warmStart: readonly string[]): void {
    const { problem } = this;
    const density = densityRank(problem.use[0]!);
    const warm = new Portfolio(problem);
    warm.reset(forcedItems(problem));
    for (const id of warmStart) {
      const i = problem.itemIndex.get(id);
      if (i !== undefined && warm.itemOf[problem.groupOf[i]!] === -1 && warm.fits(i)) warm.add(i);
    }
    if (warmStart.length > 0) this.fillAndOffer(warm, density);
    for (const rank of [density, valueRank]) {
      const portfolio = new Portfolio(problem);
      portfolio.reset(forcedItems(problem));
      this.fillAndOffer(portfolio, rank);
    }
  }

  private fillAndOffer(portfolio: Portfolio, rank: Rank): void {
    const groups = Int32Array.from({ length: this.problem.groupCount }, (_, g) => g);
    fillGreedily(portfolio, groups, rank);
    this.incumbent.offer(this.problem, portfolio.items());
  }

  private startLocalSearch(): void {
    const prices = this.boundSearch.prices();
    const chosen = this.incumbent.itemsIn(this.problem);
    const { price, problem } = promisingCore(this.instance, this.problem, prices, chosen);
    const start = this.incumbent.plan === null ? forcedItems(problem) : this.incumbent.itemsIn(problem);
    this.local = { search: new LocalSearch(problem, price, start, this.random), problem };
  }

  private searchLocally(work: number): void {
    const { incumbent, local } = this;
    if (local === null) return;
    local.search.run(work);
    const { bestItems, bestValue } = local.search;
    if (bestItems !== null && bestValue > incumbent.value) incumbent.offer(local.problem, bestItems);
  }
}

function isPowerOfFour(n: number): boolean {
  return n > 0 && (n & (n - 1)) === 0 && (n & 0x55555555) !== 0;
}
