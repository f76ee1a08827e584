import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "./betaDistribution.ts";

describe("the beta distribution", () => {
  it("has the binomial tail as its distribution function where both figures are whole", () => {
    // I_.3(2, 3): two or more of four at .3.
    expect(betaCdf(0.3, 2, 3)).toBeCloseTo(0.3483, 12);
    expect(betaCdf(0.9, 2, 3)).toBeCloseTo(0.9963, 12);
  });

  it("has quantiles that lead back to where they came from, far out too", () => {
    for (const [a, b] of [
      [0.02, 1.48],
      [0.3, 1.2],
      [7, 3],
      [0.5, 0.02],
    ] as const)
      for (const share of [1e-9, 0.001, 0.2, 0.5, 0.9, 0.999]) {
        const x = betaQuantile(share, a, b);
        if (x > 1e-290 && x < 1 - 1e-9) expect(betaCdf(x, a, b) / share).toBeCloseTo(1, 9);
      }
  });
});
