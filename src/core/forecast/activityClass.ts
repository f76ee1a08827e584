/**
 * People differ in how many they follow and how much they look at: three classes with mean 1 and coefficient of
 * variation 1, the Gauss–Laguerre rule of an exponential distribution. Twenty creators with 10 % of a city each, seen
 * by a quarter, reach .34 of it, not .40.
 */
export const ACTIVITY_CLASSES = [
  { share: 0.711, multiplier: 0.416 },
  { share: 0.279, multiplier: 2.294 },
  { share: 0.01, multiplier: 6.29 },
] as const;

const CAP = 0.95;
const MEAN_MULTIPLIER = ACTIVITY_CLASSES.reduce((sum, c) => sum + c.share * c.multiplier, 0);

/** The classes' multipliers with a mean of exactly 1. */
export const ACTIVITY_MULTIPLIERS: readonly number[] = ACTIVITY_CLASSES.map(
  (c) => c.multiplier / MEAN_MULTIPLIER,
);

/** The chance of each class to be touched: in proportion to its multiplier, capped, rescaled so that the mean stays. */
export function byActivity(mean: number): readonly number[] {
  if (mean >= CAP) return ACTIVITY_CLASSES.map(() => mean);
  let scale = mean;
  for (;;) {
    const capped = ACTIVITY_MULTIPLIERS.map((m) => m * scale >= CAP);
    const fixed = sumOf((c, i) => (capped[i] ? c.share * CAP : 0));
    const free = sumOf((c, i) => (capped[i] ? 0 : c.share * (ACTIVITY_MULTIPLIERS[i] ?? 0)));
    const next = free > 0 ? (mean - fixed) / free : scale;
    if (next <= scale * (1 + 1e-12)) return ACTIVITY_MULTIPLIERS.map((m) => Math.min(CAP, m * scale));
    scale = next;
  }
}

function sumOf(term: (activity: (typeof ACTIVITY_CLASSES)[number], i: number) => number): number {
  return ACTIVITY_CLASSES.reduce((sum, activity, i) => sum + term(activity, i), 0);
}
