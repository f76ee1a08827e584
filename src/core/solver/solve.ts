import type { Instance } from "#core/instance";
import type { Certificate, Solution, SolutionStatus, SolveOptions } from "#core/solution";
import { exactBound, namedMultipliers } from "./bound.ts";
import { Coverage } from "./coverage.ts";
import { FrankWolfe } from "./frankWolfe.ts";
import { densityRank, fillGreedily, valueRank } from "./greedy.ts";
import { LiftedBound } from "./lifted.ts";
import { Portfolio } from "./portfolio.ts";
import { compile } from "./problem.ts";

export function solve(instance: Instance, options: SolveOptions): Solution {
  const problem = compile(instance, new Set());
  const groups = Int32Array.from({ length: problem.groupCount }, (_, g) => g);
  let best: { items: number[]; value: number } | null = null;
  const forcedItems = [...groups].filter((g) => problem.forced[g] === 1).map((g) => problem.itemStart[g]!);
  for (const rank of [densityRank(problem.use[0]!), valueRank]) {
    const portfolio = new Portfolio(problem);
    portfolio.reset(forcedItems);
    fillGreedily(portfolio, groups, rank);
    if (portfolio.violation() === 0 && (best === null || portfolio.value > best.value))
      best = { items: portfolio.items(), value: portfolio.value };
  }
  const start = new Float64Array(problem.itemCount);
  for (const i of best?.items ?? []) start[i] = 1;
  const dual = new FrankWolfe(
    problem,
    { weight: problem.weight, cap: problem.cap, groups, allowed: null, bought: 0 },
    start,
    new LiftedBound(problem),
  );
  let passes = 0;
  const passesMax = options.passesMax ?? Number.POSITIVE_INFINITY;
  while (
    passes < passesMax &&
    options.elapsedSeconds() < options.secondsMax &&
    options.shouldStop?.() !== true
  ) {
    const steps = Math.max(1, Math.floor(4e6 / dual.workPerStep));
    for (let k = 0; k < steps; k++) dual.step();
    passes++;
    options.onProgress?.({ passes, value: best?.value ?? 0, upperBound: dual.best });
    if (best !== null && dual.best <= best.value * (1 + 1e-9)) break;
  }
  const coverage = new Coverage(instance);
  const chosen = (best?.items ?? []).map((i) => problem.itemOf[i]!.id);
  const value = coverage.value(chosen);
  const certificate: Certificate = {
    q: Array.from(problem.compiledAtom, (atom) => (atom < 0 ? 1 : Number(dual.bestQ[atom]!.toPrecision(6)))),
    ...namedMultipliers(instance, dual.bestY),
  };
  const upperBound = Math.max(
    value,
    exactBound(instance, {
      lock: instance.lock,
      exclude: new Set(instance.exclude),
      multipliers: certificate,
      q: certificate.q,
      lockedAreBought: false,
    }),
  );
  const gap = upperBound === 0 ? 0 : (upperBound - value) / upperBound;
  const status: SolutionStatus = best === null ? "no-plan" : gap <= 1e-6 ? "optimal" : "gap";
  return {
    chosen,
    cost: coverage.cost(chosen),
    value,
    upperBound,
    gap,
    seconds: options.elapsedSeconds(),
    passes,
    status,
    certificate,
  };
}
