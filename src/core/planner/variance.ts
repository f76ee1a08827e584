import { factorName, type ScenarioFactor } from "./sharedFactors.ts";
import type { Simulation } from "./simulate.ts";

/** Share of the variance of the outcome that remains when only what is assumed is drawn: Var E[V | assumptions] ÷ Var V. */
export function assumedVarianceShare(all: Simulation, assumedOnly: Simulation): number {
  const total = varianceOf(all.outcomes);
  return total > 0 ? Math.min(1, varianceOf(assumedOnly.outcomes) / total) : 0;
}

/** The assumed figures that move the outcome most: squared correlation of each with ln of the outcome (first order). */
export function topAssumptions(
  simulation: Simulation,
  count: number,
): readonly { readonly key: string; readonly varianceShare: number; readonly factor: ScenarioFactor }[] {
  const smallest = simulation.outcomes.reduce(
    (min, v) => (v > 0 && v < min ? v : min),
    Number.POSITIVE_INFINITY,
  );
  if (!Number.isFinite(smallest)) return [];
  const logs = simulation.outcomes.map((outcome) => Math.log(Math.max(outcome, smallest / 2)));
  return simulation.factors.factors
    .map((factor, f) => ({
      key: factorName(factor),
      varianceShare: factor.kind === "assumed" ? correlation(simulation.z[f]!, logs) ** 2 : 0,
      factor,
    }))
    .filter(({ varianceShare }) => varianceShare > 0)
    .sort((a, b) => b.varianceShare - a.varianceShare)
    .slice(0, count);
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const meanA = a.reduce((sum, value) => sum + value, 0) / n;
  const meanB = b.reduce((sum, value) => sum + value, 0) / n;
  let covariance = 0;
  let varA = 0;
  let varB = 0;
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB];
    covariance += x * y;
    varA += x * x;
    varB += y * y;
  }
  return varA > 0 && varB > 0 ? covariance / Math.sqrt(varA * varB) : 0;
}
