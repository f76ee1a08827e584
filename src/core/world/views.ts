/** Spread of a post's views around its creator's median: standard deviation of the logarithm. */
export const POST_LOG_SD = 0.8;

/** Views of one viewer of a post, on average. */
export const VIEWS_PER_VIEWER = 1.2;

/**
 * λ of p = 1 − exp(−λ·activity) for which the mean over these people is `mean`; solved by bisection.
 */
export function viewingIntensity(activities: Float64Array, mean: number): number {
  const meanAt = (lambda: number) =>
    activities.reduce((sum, activity) => sum + 1 - Math.exp(-lambda * activity), 0) / activities.length;
  let low = 0;
  let high = 1;
  while (meanAt(high) < mean && high < 1e6) high *= 2;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (meanAt(middle) < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
