import { factorName, type ScenarioFactor } from "./sharedFactors.ts";
import type { Simulation } from "./simulate.ts";

/**
 * Share of the variance of ln(outcome) that remains when only what is assumed is drawn: first order, all assumptions
 * together. On logs because the range is multiplicative: on the raw scale a few lucky draws would be all the variance.
 */
export function assumedVarianceShare(all: Simulation, assumedOnly: Simulation): number {
  const total = varianceOf(logsOf(all.outcomes));
  return total > 0 ? Math.min(1, varianceOf(logsOf(assumedOnly.outcomes)) / total) : 0;
}

/**
 * The assumed figures that move the outcome most, each with its first-order share of the variance of ln(outcome): its
 * part of the draws in which only assumptions move, which carry `assumedShare` of it, so that no figure weighs more than
 * all of them.
 */
export function topAssumptions(
  { factors, z, outcomes }: Simulation,
  assumedShare: number,
  count: number,
): readonly { readonly key: string; readonly varianceShare: number; readonly factor: ScenarioFactor }[] {
  const logs = logsOf(outcomes);
  const shares = factors.factors.map((factor, f) => ({
    key: factorName(factor),
    varianceShare: factor.kind === "assumed" ? assumedShare * correlation(z[f]!, logs) ** 2 : 0,
    factor,
  }));
  return shares
    .filter(({ varianceShare }) => varianceShare > 0)
    .sort((a, b) => b.varianceShare - a.varianceShare)
    .slice(0, count);
}

// A draw in which nothing happens counts as half of the smallest result: ln needs a number.
function logsOf(outcomes: Float64Array): Float64Array {
  const smallest = outcomes.reduce((min, v) => (v > 0 && v < min ? v : min), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(smallest)) return new Float64Array(outcomes.length);
  return outcomes.map((outcome) => Math.log(Math.max(outcome, smallest / 2)));
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
