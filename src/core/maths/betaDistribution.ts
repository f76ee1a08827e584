import { lnBeta } from "./gammaFunction.ts";

const TERMS_MAX = 1000;
const STEPS_MAX = 100;
const TINY = 1e-300;

/** Share of Beta(a, b) below x: the regularised incomplete beta function, relative error about 1e-13. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // On the other side of its mean the continued fraction converges slowly.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  return Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b)) / a / continuedFraction(x, a, b);
}

/** x of Beta(a, b) below which the share `lower` lies; for small shares precise in relative terms. */
export function betaQuantile(lower: number, a: number, b: number): number {
  if (lower <= 0) return 0;
  if (lower >= 1) return 1;
  const scale = lnBeta(a, b);
  // ln of the share is nearly linear in ln x with slope a near 0 and concave above: Newton from below, else halving.
  const wanted = Math.log(lower);
  let low = Number.NEGATIVE_INFINITY;
  let high = 0;
  let at = Math.min(-1e-9, (wanted + Math.log(a) + scale) / a);
  for (let step = 0; step < STEPS_MAX; step++) {
    const x = Math.exp(at);
    if (x === 0) return 0;
    const share = betaCdf(x, a, b);
    const off = Math.log(share) - wanted;
    if (off > 0) high = at;
    else low = at;
    const slope = Math.exp(a * at + (b - 1) * Math.log1p(-x) - scale) / share;
    let next = at - off / slope;
    if (!(next > low && next < high)) next = low === Number.NEGATIVE_INFINITY ? at * 2 : (low + high) / 2;
    if (Math.abs(next - at) <= 1e-14 * Math.max(1, Math.abs(at))) return Math.exp(next);
    at = next;
  }
  return Math.exp(at);
}

/** Lentz's method for the fraction 1 ÷ (1 + d₁ ÷ (1 + d₂ ÷ …)), inverted (DLMF 8.17.22). */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 0;
  let result = 1;
  for (let n = 1; n <= TERMS_MAX; n++) {
    const m = Math.floor(n / 2);
    const term =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + term * d);
    c = nonZero(1 + term / c);
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return result;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
