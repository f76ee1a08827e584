/** What we believe of a creator's typical ln(figure ÷ followers), and of the spread of posts around it. */
export interface LogRatePosterior {
  readonly logMean: number;
  /** Of `logMean`; independent between creators. */
  readonly varMean: number;
  /** σ²: between posts. */
  readonly varPost: number;
  /** Weight of the prior in `logMean`, 0–1: how far an error of the shared prior level moves this creator. */
  readonly priorWeight: number;
  readonly observations: number;
}

export interface LogRatePrior {
  readonly mean: number;
  /** τ: spread of creators around the prior. */
  readonly sd: number;
  /** σ of posts, before any is seen. */
  readonly postSd: number;
}

// The prior spread of posts counts as much as this many posts.
const SPREAD_PRIOR_POSTS = 8;

/** What was seen: mean of ln(figure ÷ followers), the sum of squares around it, and over how many posts. */
export interface LogEvidence {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
}

export function logEvidence(logRates: readonly number[]): LogEvidence {
  const mean = logRates.reduce((sum, y) => sum + y, 0) / logRates.length;
  return { n: logRates.length, mean, squares: logRates.reduce((sum, y) => sum + (y - mean) ** 2, 0) };
}

/**
 * Normal posterior: μ̂ = (n·ȳ/σ² + μ0/τ²) ÷ (n/σ² + 1/τ²), with σ² the scaled inverse-χ² mean of sample and prior
 * spread. `varConversion` is the variance of ln of what converted one figure into another (docs/methods/views.md).
 */
export function logRatePosterior(
  evidence: LogEvidence | null,
  prior: LogRatePrior,
  varConversion = 0,
): LogRatePosterior {
  const { n, mean, squares } = evidence ?? { n: 0, mean: 0, squares: 0 };
  const varPost =
    (SPREAD_PRIOR_POSTS * prior.postSd ** 2 + squares) / (SPREAD_PRIOR_POSTS + Math.max(0, n - 1));
  // A conversion errs in one direction for all posts of a creator: more posts do not average it out.
  const precisionData = n === 0 ? 0 : 1 / (varPost / n + varConversion);
  const precisionPrior = 1 / prior.sd ** 2;
  const precision = precisionData + precisionPrior;
  return {
    logMean: (precisionData * mean + precisionPrior * prior.mean) / precision,
    varMean: 1 / precision,
    varPost,
    priorWeight: precisionPrior / precision,
    observations: n,
  };
}

/** E of figure ÷ followers of one post: the median alone is 27 % low at a spread of .8. */
export function expectedRate(posterior: LogRatePosterior): number {
  return Math.exp(posterior.logMean + (posterior.varPost + posterior.varMean) / 2);
}
