import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomialTail, binomialTail } from "./countTails.ts";
import { lnBeta, lnGamma } from "./gammaFunction.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { quantileOfSorted } from "./quantile.ts";

describe("distributions", () => {
  it("agrees with published values of the normal distribution", () => {
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalCdf(-3)).toBeCloseTo(0.0013498980316301, 13);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 10);
  });

  it("inverts its own distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 10);
      }),
    );
  });

  it("knows the gamma and beta functions where they are whole numbers", () => {
    expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 11);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(lnBeta(3, 4)).toBeCloseTo(Math.log(1 / 60), 12);
  });

  it("counts tails exactly on a small case", () => {
    expect(binomialTail(4, 0.5, 3)).toBeCloseTo(5 / 16, 14);
    expect(betaBinomialTail(4, 1, 1, 3)).toBeCloseTo(2 / 5, 12);
    expect(binomialTail(20, 0.1, 10)).toBeCloseTo(7.15e-6, 7);
  });

  it("interpolates between order statistics", () => {
    expect(quantileOfSorted([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantileOfSorted([1, 2, 3, 4], 1)).toBe(4);
  });
});
