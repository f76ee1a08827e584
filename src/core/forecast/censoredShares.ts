/**
 * A whole split over `keys` from a list that may be cut off after its largest entries. A listed key keeps its share;
 * an unlisted one gets its part of the remainder in proportion to `prior`, never more than the smallest listed share.
 * Shares that sum to more than 1 are scaled. The result sums to 1.
 */
export function completeShares(
  listed: ReadonlyMap<string, number>,
  prior: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sum = [...listed.values()].reduce((total, share) => total + share, 0);
  const scale = sum > 1 ? 1 / sum : 1;
  const known = new Map([...listed].map(([key, share]) => [key, share * scale]));
  const smallest = listed.size === 0 ? 1 : Math.min(...known.values());
  const open = [...prior].filter(([key]) => !known.has(key));
  const filled = fill(open, Math.max(0, 1 - sum * scale), smallest);
  const whole = new Map([...known, ...filled]);
  const total = [...whole.values()].reduce((all, share) => all + share, 0);
  return total > 0 ? new Map([...whole].map(([key, share]) => [key, share / total])) : prior;
}

// Water-filling: whoever would exceed the cap gets the cap, the rest is dealt again among the others.
function fill(
  open: readonly (readonly [string, number])[],
  remainder: number,
  cap: number,
): Map<string, number> {
  const filled = new Map<string, number>();
  let left = remainder;
  let rest = open.filter(([, weight]) => weight > 0);
  while (rest.length > 0 && left > 1e-15) {
    const weights = rest.reduce((sum, [, weight]) => sum + weight, 0);
    const over = rest.filter(([, weight]) => (left * weight) / weights > cap);
    if (over.length === 0) {
      for (const [key, weight] of rest) filled.set(key, (left * weight) / weights);
      return filled;
    }
    for (const [key] of over) filled.set(key, cap);
    left = Math.max(0, left - cap * over.length);
    rest = rest.filter(([key]) => !filled.has(key));
  }
  return filled;
}
