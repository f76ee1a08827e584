import type { Random } from "#core/random";
import { GainTable } from "./gainTable.ts";
import { fillGreedily } from "./greedy.ts";
import { Portfolio } from "./portfolio.ts";
import type { Problem } from "./problem.ts";

/** Powers of the price in the rank gain ÷ price^θ: 1 is density, 0 plain value, between them what a last gap needs. */
const EXPONENTS = [0, 0.5, 0.8, 1, 1.15] as const;
const NOISES = [0, 0.1, 0.3] as const;
/** Late acceptance: a change stands if it is no worse than the state that many rounds ago (Burke & Bykov 2017). */
const MEMORY = 60;
const NOISE_LENGTH = 4096;
const ROUNDS_BETWEEN_RESETS = 400;
/** Above this many visits for a change, gains are computed when asked instead of tracked. */
const TRACKED_VISITS_MAX = 60_000;

/**
 * Ruin and recreate (Schrimpf et al. 2000) with late acceptance: take a few items out, refill by a randomised rank. Works
 * on a core of promising items; a state that breaks a minimum is allowed at a price that no value outweighs.
 */
export class LocalSearch {
  bestItems: readonly number[] | null = null;
  bestValue = Number.NEGATIVE_INFINITY;
  work = 0;
  private readonly problem: Problem;
  private readonly random: Random;
  private readonly portfolio: Portfolio;
  private readonly tracked: boolean;
  private readonly groups: Int32Array;
  private readonly ranks: readonly Float64Array[];
  private readonly noise = new Float64Array(NOISE_LENGTH);
  private readonly memory = new Float64Array(MEMORY);
  private readonly penalty: number;
  private readonly updateCost: number;
  private round = 0;
  private removed: readonly number[] = [];

  /**
   * `price` is what an item costs by the dual's multipliers, at least a trifle for each; `portfolio` counts value and
   * gain in its own way.
   */
  constructor(
    problem: Problem,
    price: ArrayLike<number>,
    start: readonly number[],
    random: Random,
    portfolio: Portfolio | null = null,
  ) {
    this.problem = problem;
    this.random = random;
    this.updateCost = GainTable.updateCost(problem);
    this.tracked = portfolio === null && this.updateCost <= TRACKED_VISITS_MAX;
    this.portfolio = portfolio ?? new Portfolio(problem, this.tracked);
    this.portfolio.reset(start);
    this.groups = Int32Array.from({ length: problem.groupCount }, (_, g) => g);
    this.ranks = EXPONENTS.map((theta) =>
      Float64Array.from({ length: problem.itemCount }, (_, i) => price[i]! ** -theta),
    );
    for (let n = 0; n < NOISE_LENGTH; n++) this.noise[n] = random.uniform() - 0.5;
    this.penalty = 1e3 * (1 + problem.weight.reduce((sum, w) => sum + w, 0));
    this.memory.fill(this.objective());
    this.remember();
  }

  /** Searches until about that many incidences have been walked. */
  run(workMax: number): void {
    this.work = 0;
    while (this.work < workMax) this.improve();
  }

  /** One change, kept or taken back. */
  improve(): void {
    const { portfolio, random } = this;
    if (++this.round % ROUNDS_BETWEEN_RESETS === 0) portfolio.reset(portfolio.items());
    const before = portfolio.items();
    const objectiveBefore = this.objective();
    this.ruin();
    if (random.uniform() < 0.35) this.tryAny();
    this.recreate();
    const objective = this.objective();
    const slot = this.round % MEMORY;
    if (objective >= objectiveBefore || objective >= this.memory[slot]!) this.remember();
    else this.restore(before);
    this.memory[slot] = this.objective();
    this.work += 4 * this.problem.itemCount + 50;
  }

  private objective(): number {
    return this.portfolio.value - this.penalty * this.portfolio.violation();
  }

  private ruin(): void {
    const { portfolio, problem, random } = this;
    const free = portfolio.groups.filter((g) => problem.forced[g] === 0);
    const most = Math.min(free.length, 1 + Math.ceil(free.length * 0.25), 6);
    const count = most === 0 ? 0 : 1 + random.below(most);
    for (let n = 0; n < count; n++) {
      const at = n + random.below(free.length - n);
      [free[n], free[at]] = [free[at]!, free[n]!];
      portfolio.remove(free[n]!);
    }
    this.removed = free.slice(0, count);
    this.work += count * this.updateCost;
  }

  /** Any item, in place of the one its group has: the only way to another deliverable that no rank prefers. */
  private tryAny(): void {
    const { portfolio, problem, random } = this;
    const i = random.below(problem.itemCount);
    const g = problem.groupOf[i]!;
    if (problem.forced[g] === 1) return;
    const there = portfolio.itemOf[g]!;
    if (there >= 0) portfolio.remove(g);
    if (portfolio.fits(i)) portfolio.add(i);
    else if (there >= 0) portfolio.add(there);
    this.work += 2 * this.updateCost;
  }

  private recreate(): void {
    const factor = this.ranks[this.random.below(EXPONENTS.length)]!;
    const noise = NOISES[this.random.below(NOISES.length)]!;
    const offset = this.random.below(NOISE_LENGTH);
    const rank = (i: number, gain: number) =>
      gain * factor[i]! * (1 + noise * this.noise[(offset + this.problem.groupOf[i]!) % NOISE_LENGTH]!);
    if (this.missing()) this.fillMissing(rank);
    if (this.tracked) while (this.addBest(rank, null)) this.work += this.updateCost;
    else this.fillSampled(rank);
  }

  private missing(): boolean {
    const { cap, rows } = this.problem;
    return rows.some(({ kind }, r) => kind === "min" && this.portfolio.used[r]! > cap[r]!);
  }

  /** Minima first: only items that count towards one that is short, by rank or by price alone. */
  private fillMissing(rank: (i: number, gain: number) => number): void {
    const { cap, rows, use } = this.problem;
    const cheapest = this.ranks[3]!;
    const byPrice = this.random.below(2) === 0;
    const chosen = byPrice ? (i: number) => cheapest[i]! : rank;
    const helps = (i: number) =>
      rows.some((row, r) => row.kind === "min" && use[r]![i]! < 0 && this.portfolio.used[r]! > cap[r]!);
    while (this.missing() && this.addBest(chosen, helps)) this.work += this.updateCost;
  }

  private addBest(rank: (i: number, gain: number) => number, only: ((i: number) => boolean) | null): boolean {
    const { portfolio, problem } = this;
    let best = 0;
    let at = -1;
    for (let g = 0; g < problem.groupCount; g++) {
      if (portfolio.itemOf[g] !== -1) continue;
      for (let i = problem.itemStart[g]!, end = problem.itemStart[g + 1]!; i < end; i++) {
        const ranked = rank(i, portfolio.trackedGain(i));
        if (ranked <= best || !portfolio.fits(i) || (only !== null && !only(i))) continue;
        best = ranked;
        at = i;
      }
    }
    this.work += problem.itemCount;
    if (at >= 0) portfolio.add(at);
    return at >= 0;
  }

  /** Where gains are dear: the refill sees a sample of the groups, as many as the work of a round allows. */
  private fillSampled(rank: (i: number, gain: number) => number): void {
    const { groups, problem, random } = this;
    const perGroup = (problem.atomOf.length + problem.pAt.length) / Math.max(1, problem.groupCount);
    const count = Math.min(groups.length, Math.max(12, Math.floor(400_000 / (1 + perGroup))));
    for (let n = 0; n < count; n++) {
      const at = n + random.below(groups.length - n);
      [groups[n], groups[at]] = [groups[at]!, groups[n]!];
    }
    fillGreedily(this.portfolio, [...this.removed, ...groups.subarray(0, count)], rank);
    this.work += count * perGroup;
  }

  private restore(items: readonly number[]): void {
    const { portfolio, problem } = this;
    for (const g of [...portfolio.groups]) {
      if (!items.includes(portfolio.itemOf[g]!)) portfolio.remove(g);
    }
    for (const i of items) if (portfolio.itemOf[problem.groupOf[i]!] !== i) portfolio.add(i);
    this.work += 2 * this.updateCost;
  }

  private remember(): void {
    const { portfolio } = this;
    if (portfolio.value <= this.bestValue || portfolio.violation() > 0) return;
    this.bestValue = portfolio.value;
    this.bestItems = portfolio.items();
  }
}
