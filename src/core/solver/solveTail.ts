import type { Instance } from "#core/instance";
import { Random } from "#core/random";
import type { SolveOptions } from "#core/solution";
import { Coverage } from "./coverage.ts";
import { densityRank, fillGreedily, valueRank } from "./greedy.ts";
import { LocalSearch } from "./localSearch.ts";
import { compile, forcedItems, type Problem } from "./problem.ts";
import { ROW_SLACK } from "./rows.ts";
import { sampledAtoms } from "./sampledAtoms.ts";
import { tailLevel, tailMean } from "./tail.ts";
import { TailBound } from "./tailBound.ts";
import { TailPortfolio } from "./tailPortfolio.ts";
import { type Worlds, worldValues } from "./worlds.ts";

export interface TailOptions
  extends Pick<SolveOptions, "seed" | "passesMax" | "secondsMax" | "elapsedSeconds" | "shouldStop"> {
  readonly tail: number;
  /** A plan that keeps the rows. */
  readonly start: readonly string[];
}

export interface TailSolution {
  readonly chosen: readonly string[];
  /** V_k of the plan. */
  readonly values: Float64Array;
  readonly tailMean: number;
  /** No plan's tail mean is above this; null where the catalog is too large for such a bound. */
  readonly upperBound: number | null;
  readonly passes: number;
}

/** Levels η beside the plan's own, as factors of it; ∞ is the mean. */
const LEVELS = [1, 0.85, 0.95, 1.1, 1.3, Number.POSITIVE_INFINITY] as const;
/** Atoms × worlds and items of the search: a change of the plan then takes a few milliseconds. */
const SEARCHED_CELLS_MAX = 60_000;
const SEARCHED_ITEMS_MAX = 400;
const ROUNDS_PER_PASS = 12;
/** The search ends when so many passes have found nothing better. */
const IDLE_PASSES_MAX = 24;
const BOUND_STEPS_MAX = 6;
const PROVEN_WITHIN = 1e-9;

/**
 * The plan whose worst share of worlds is best on average, from a given plan on. Counts decide what is done and the
 * clock only when it ends: the same passes give the same plan and bound.
 */
export function solveTail(instance: Instance, worlds: Worlds, options: TailOptions): TailSolution {
  const search = new TailSearch(instance, worlds, options);
  const passesMax = options.passesMax ?? Number.POSITIVE_INFINITY;
  for (let longest = 0; !search.done && search.passes < passesMax; ) {
    const began = options.elapsedSeconds();
    search.pass();
    const ended = options.elapsedSeconds();
    longest = Math.max(longest, ended - began);
    if (ended + longest > options.secondsMax || options.shouldStop?.()) break;
  }
  return search.solution();
}

class TailSearch {
  passes = 0;
  private readonly instance: Instance;
  private readonly worlds: Worlds;
  private readonly tail: number;
  private readonly coverage: Coverage;
  /** What each item is worth at mean rates without any other. */
  private readonly alone: ReadonlyMap<string, number>;
  private readonly bound: TailBound;
  private readonly random: Random;
  private chosen: readonly string[];
  private values: Float64Array;
  private best: number;
  private local: { readonly search: LocalSearch; readonly portfolio: TailPortfolio } | null = null;
  private idle = 0;

  constructor(instance: Instance, worlds: Worlds, { seed, start, tail }: TailOptions) {
    this.instance = instance;
    this.worlds = worlds;
    this.tail = tail;
    this.coverage = new Coverage(instance);
    const ids = instance.groups.flatMap(({ items }) => items.map(({ id }) => id));
    this.alone = new Map(ids.map((id) => [id, this.coverage.valueAlone(id)]));
    this.random = new Random(seed);
    this.chosen = start;
    this.values = worldValues(instance, this.coverage, worlds, start);
    this.best = tailMean(this.values, tail);
    this.bound = new TailBound(instance, this.coverage, worlds, tail, this.alone, start, this.values);
  }

  get done(): boolean {
    return this.idle >= IDLE_PASSES_MAX || this.bound.best <= this.best + PROVEN_WITHIN * Math.abs(this.best);
  }

  pass(): void {
    const before = this.best;
    this.local ??= this.startSearch();
    if (this.passes < BOUND_STEPS_MAX && !this.bound.tooLarge) this.bound.step();
    const { portfolio, search } = this.local;
    portfolio.level = tailLevel(this.values, this.tail) * LEVELS[this.passes % LEVELS.length]!;
    const rounds = portfolio.problem.itemCount === 0 ? 0 : ROUNDS_PER_PASS;
    for (let round = 0; round < rounds; round++) search.improve();
    if (search.bestItems !== null) this.offer(portfolio.problem, search.bestItems);
    this.passes++;
    this.idle = this.best > before ? 0 : this.idle + 1;
  }

  solution(): TailSolution {
    const { best, bound, chosen, passes, values } = this;
    const upperBound = Number.isFinite(bound.best) ? Math.max(best, bound.best) : null;
    return { chosen, values, tailMean: best, upperBound, passes };
  }

  private startSearch(): { readonly search: LocalSearch; readonly portfolio: TailPortfolio } {
    const { instance, tail, worlds } = this;
    const atoms = Math.max(1, Math.floor(SEARCHED_CELLS_MAX / worlds.count));
    const problem = compile(sampledAtoms(this.promising(), atoms), new Set());
    const portfolio = new TailPortfolio(problem, worlds, tail);
    const groups = Int32Array.from(problem.groupName.keys());
    const own = tailLevel(this.values, tail);
    const density = densityRank(problem.use[0]!);
    for (const level of LEVELS)
      for (const rank of level === 1 ? [density, valueRank] : [density]) {
        portfolio.reset(forcedItems(problem));
        portfolio.level = own * level;
        fillGreedily(portfolio, groups, rank);
        this.offer(problem, portfolio.items());
      }
    const price = Float64Array.from(problem.itemOf, ({ cost }) =>
      instance.budget > 0 ? Math.max(1e-3, cost / instance.budget) : 1,
    );
    const start = this.chosen.flatMap((id) => problem.itemIndex.get(id) ?? []);
    const random = Random.named(this.random.uint32(), "tail");
    return { search: new LocalSearch(problem, price, start, random, portfolio), portfolio };
  }

  /** The plan, whatever is locked, and the items that bring most for their money under the bound's π or on average. */
  private promising(): Instance {
    const { bound, chosen, instance, worlds } = this;
    const needed = new Set([...chosen, ...instance.lock]);
    const scored = instance.groups.flatMap(({ items }) =>
      items.map(({ cost, id }) => {
        const alone = (this.alone.get(id) ?? 0) / Math.max(1e-9, cost);
        const scale = worlds.of.get(id)?.scale ?? [];
        const inTail = bound.weights.reduce((sum, weight, k) => sum + weight * scale[k]!, 0);
        return { id, alone, inTail: alone * inTail };
      }),
    );
    for (const by of ["inTail", "alone"] as const)
      for (const { id } of scored
        .toSorted((a, b) => b[by] - a[by] || (a.id < b.id ? -1 : 1))
        .slice(0, SEARCHED_ITEMS_MAX / 2))
        needed.add(id);
    const groups = instance.groups.flatMap((group) => {
      const items = group.items.filter(({ id }) => needed.has(id));
      return items.length === 0 ? [] : [{ ...group, items }];
    });
    return { ...instance, groups };
  }

  /** Takes a plan that keeps the rows, if its exact tail mean is better. */
  private offer(problem: Problem, items: readonly number[]): void {
    const keeps = problem.cap.every((cap, r) => {
      const used = items.reduce((sum, i) => sum + problem.use[r]![i]!, 0);
      return used <= cap + ROW_SLACK * Math.max(1, Math.abs(cap));
    });
    if (!keeps) return;
    const ids = items.map((i) => problem.itemOf[i]!.id);
    const values = worldValues(this.instance, this.coverage, this.worlds, ids);
    const mean = tailMean(values, this.tail);
    if (mean <= this.best) return;
    this.best = mean;
    this.chosen = ids;
    this.values = values;
  }
}
