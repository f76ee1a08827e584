/**
 * The mean of the worst share `tail` of equally likely values (Rockafellar & Uryasev 2000):
 * CVaR_t = max_η η − (1/(tK)) Σ_k max(0, η − V_k) = min of Σ π_k V_k over 0 ≤ π_k ≤ 1/(tK), Σ π = 1.
 */
export function tailMean(values: Float64Array, tail: number): number {
  return weightedMean(values, tailWeights(values, tail));
}

/** The π that reach the minimum: the worst values first, 1/(tK) each, the last of them what is left. */
export function tailWeights(values: Float64Array, tail: number): Float64Array {
  const each = 1 / (tail * values.length);
  const weights = new Float64Array(values.length);
  let left = 1;
  for (const k of worstFirst(values)) {
    weights[k] = Math.min(each, left);
    left -= weights[k];
    if (left <= 1e-15) break;
  }
  return weights;
}

/** The η that reaches the maximum: the best of the worst share. */
export function tailLevel(values: Float64Array, tail: number): number {
  const place = Math.ceil(tail * values.length - 1e-9) - 1;
  return values.toSorted()[Math.max(0, place)]!;
}

export function weightedMean(values: Float64Array, weights: Float64Array): number {
  return values.reduce((sum, value, k) => sum + weights[k]! * value, 0);
}

function worstFirst(values: Float64Array): readonly number[] {
  return Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
}
