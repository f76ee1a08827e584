import type { Assumption } from "./assumption.ts";

/** Standard normal quantile of .95: `low` and `high` of an assumption are its 5th and 95th percentile. */
const Z95 = 1.6448536269514722;
/** Draws are clipped here, so that one wild draw of a wide belief does not carry a mean. */
const Z_MAX = 3;
const SHARE_STEPS = 60;
/** A range that begins at 0 or ends at 1 has no log-odds there. */
const ODDS_EPSILON = 1e-6;

/** Spread of ln(value), from the range; 0 for a point and for a figure of 0. Shares are read as nearly log-normal. */
export function logSdOf(belief: Assumption): number {
  if (belief.shape === "point" || belief.value <= 0 || belief.low <= 0) return 0;
  return Math.max(0, Math.log(belief.high / belief.low) / (2 * Z95));
}

/**
 * Mean of value^exponent under the belief: what enters a rate. It lies above the median, as the mean of anything
 * skewed does, and it is the rate at which V(mean rates) bounds the mean of the draws (methods/forecast).
 */
export function meanPower(belief: Assumption, exponent = 1): number {
  const sd = logSdOf(belief) * exponent;
  return belief.value ** exponent * Math.exp((sd * sd) / 2);
}

/** A log-normal factor around 1: its spread, and what divides it so that its mean is 1 after clipping. */
export interface LogShock {
  readonly logSd: number;
  readonly mean: number;
}

export function logShock(logSd: number): LogShock {
  return { logSd, mean: logSd === 0 ? 1 : clippedMean(logSd) };
}

/** The factor that the shock takes at standard normal z. */
export function shockAt({ logSd, mean }: LogShock, z: number): number {
  return logSd === 0 ? 1 : Math.exp(logSd * Math.max(-Z_MAX, Math.min(Z_MAX, z))) / mean;
}

export function shockOf(logSd: number): (z: number) => number {
  const shock = logShock(logSd);
  return (z) => shockAt(shock, z);
}

/** The value of a share's belief at standard normal z, on the log-odds scale; a point stays where it is. */
export function shareAt(belief: Assumption, z: number): number {
  if (belief.shape !== "logitnormal") return belief.value;
  const logit = (share: number) => {
    const inside = Math.max(ODDS_EPSILON, Math.min(1 - ODDS_EPSILON, share));
    return Math.log(inside / (1 - inside));
  };
  const sd = (logit(belief.high) - logit(belief.low)) / (2 * Z95);
  const at = logit(belief.value) + sd * Math.max(-Z_MAX, Math.min(Z_MAX, z));
  return 1 / (1 + Math.exp(-at));
}

/**
 * How many times its stated value a figure is at standard normal z. A share follows its log-odds with its median where it
 * is stated, so that no draw exceeds the whole; anything else is a log-normal factor of mean 1.
 */
export function multipleOf(belief: Assumption): (z: number) => number {
  if (belief.shape !== "logitnormal" || belief.value <= 0) return shockOf(logSdOf(belief));
  return (z) => shareAt(belief, z) / belief.value;
}

/** Mean of f(share) under a share's belief, by the midpoint rule. */
export function meanOfShare(belief: Assumption, f: (share: number) => number): number {
  const width = (2 * Z_MAX) / SHARE_STEPS;
  let mass = 0;
  let sum = 0;
  for (let i = 0; i < SHARE_STEPS; i++) {
    const z = -Z_MAX + (i + 0.5) * width;
    const density = Math.exp((-z * z) / 2);
    mass += density;
    sum += density * f(shareAt(belief, z));
  }
  return sum / mass;
}

/** Thousands of creators have a few hundred spreads between them; emptied when a catalog has more. */
const clippedMeans = new Map<number, number>();
const CLIPPED_MEANS_MAX = 10_000;

function clippedMean(s: number): number {
  const known = clippedMeans.get(s);
  if (known !== undefined) return known;
  const mean = clippedMeanByMidpoints(s);
  if (clippedMeans.size >= CLIPPED_MEANS_MAX) clippedMeans.clear();
  clippedMeans.set(s, mean);
  return mean;
}

// E exp(s·clip(Z, ±3)) by the midpoint rule on 300 steps.
function clippedMeanByMidpoints(s: number): number {
  const steps = 300;
  const width = (2 * Z_MAX) / steps;
  let mass = 0;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const z = -Z_MAX + (i + 0.5) * width;
    const density = Math.exp((-z * z) / 2);
    mass += density;
    sum += density * Math.exp(s * z);
  }
  const tail = 0.0013498980316301;
  return (1 - 2 * tail) * (sum / mass) + tail * (Math.exp(-s * Z_MAX) + Math.exp(s * Z_MAX));
}
