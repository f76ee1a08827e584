import { describe, expect, it } from "vitest";
import { Random } from "#core/random";
import { expectedRate, logEvidence, logRatePosterior } from "./logRatePosterior.ts";

const prior = { mean: Math.log(0.1), sd: 0.7, postSd: 0.8 };

describe("the typical figure of a creator's posts", () => {
  it("is the prior where nothing is seen", () => {
    const { logMean, varMean, priorWeight } = logRatePosterior(null, prior);
    expect(logMean).toBeCloseTo(Math.log(0.1), 12);
    expect(varMean).toBeCloseTo(0.49, 12);
    expect(priorWeight).toBe(1);
  });

  it("puts the mean 38 % above the median at a spread of .8: the median alone is 27 % low", () => {
    const known = { ...prior, sd: 1e-9 };
    expect(expectedRate(logRatePosterior(null, known)) / 0.1).toBeCloseTo(Math.exp(0.32), 6);
    expect(1 / Math.exp(0.32)).toBeCloseTo(0.73, 2);
  });

  it("follows the posts as they become many, but never past the error of a conversion", () => {
    const logs = Array.from({ length: 20 }, () => Math.log(0.4));
    const measured = logRatePosterior(logEvidence(logs), prior);
    const converted = logRatePosterior(logEvidence(logs), prior, 0.16);
    expect(measured.logMean).toBeGreaterThan(converted.logMean);
    expect(converted.varMean).toBeGreaterThan(1 / (1 / 0.16 + 1 / 0.49) - 1e-9);
  });

  it("covers a creator's own level nine times in ten when creators scatter as the prior says", () => {
    const random = new Random(5);
    let inside = 0;
    const creators = 4000;
    for (let i = 0; i < creators; i++) {
      const level = prior.mean + prior.sd * random.normal();
      const logs = Array.from({ length: 6 }, () => level + prior.postSd * random.normal());
      const { logMean, varMean } = logRatePosterior(logEvidence(logs), prior);
      inside += Number(Math.abs(level - logMean) < 1.645 * Math.sqrt(varMean));
    }
    expect(inside / creators).toBeGreaterThan(0.88);
    expect(inside / creators).toBeLessThan(0.92);
  });
});
