import { lnBeta, lnChoose } from "./gammaFunction.ts";

/** P(X ≥ k) for X binomial(n, p). */
export function binomialTail(n: number, p: number, k: number): number {
  if (p <= 0 || p >= 1) return p >= 1 ? Number(n >= k) : Number(k <= 0);
  return tail(n, k, (x) => lnChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
}

/** P(X ≥ k) for X beta-binomial: the success probability itself is beta(a, b). */
export function betaBinomialTail(n: number, a: number, b: number, k: number): number {
  const base = lnBeta(a, b);
  return tail(n, k, (x) => lnChoose(n, x) + lnBeta(x + a, n - x + b) - base);
}

// The shorter side is summed; from the other one 1 − sum keeps full absolute accuracy.
function tail(n: number, k: number, lnMass: (x: number) => number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  const sum = (from: number, to: number) => {
    let total = 0;
    for (let x = from; x <= to; x++) total += Math.exp(lnMass(x));
    return total;
  };
  return k <= n / 2 ? Math.max(0, 1 - sum(0, k - 1)) : Math.min(1, sum(k, n));
}
