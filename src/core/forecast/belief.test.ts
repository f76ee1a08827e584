import { describe, expect, it } from "vitest";
import { Random } from "#core/random";
import type { Assumption } from "./assumption.ts";
import { logSdOf, meanPower, multipleOf, shareAt, shockOf } from "./belief.ts";

const thirdToThreefold: Assumption = {
  ...{ key: "test", scope: {}, value: 0.06, low: 0.02, high: 0.18, shape: "lognormal", unit: "ratio" },
  ...{ denominator: null, source: "test", year: 2026, trust: "C" },
};

describe("a belief about a figure", () => {
  it("of a third to threefold has a mean a quarter above its median", () => {
    expect(logSdOf(thirdToThreefold)).toBeCloseTo(Math.log(3) / 1.645, 3);
    expect(meanPower(thirdToThreefold) / 0.06).toBeCloseTo(1.25, 2);
    // What is divided by it has its mean above its median too.
    expect(meanPower(thirdToThreefold, -1) * 0.06).toBeCloseTo(1.25, 2);
  });

  it.each([0.1, 0.67, 1.2])("shocks with mean one after clipping, at a spread of %s", (sd) => {
    const random = new Random(3);
    const shock = shockOf(sd);
    let sum = 0;
    const draws = 200_000;
    for (let i = 0; i < draws; i++) sum += shock(random.normal());
    expect(sum / draws).toBeCloseTo(1, 1);
    expect(shock(9)).toBe(shock(3));
  });

  it("of a share stays a share however far it is drawn", () => {
    const share = { ...thirdToThreefold, value: 0.9, low: 0.75, high: 0.964, shape: "logitnormal" } as const;
    expect(shareAt(share, 0)).toBeCloseTo(0.9, 12);
    expect(shareAt(share, 3)).toBeLessThan(1);
    expect(shareAt(share, -3)).toBeGreaterThan(0.3);
  });

  it("makes of a share what its row says at the middle and at both ends, and of a rate a factor of mean one", () => {
    const share = { ...thirdToThreefold, value: 0.6, low: 0.333, high: 0.818, shape: "logitnormal" } as const;
    const [at95, multiple] = [1.6448536, multipleOf(share)];
    expect([-at95, 0, at95].map((z) => 0.6 * multiple(z))).toEqual([
      expect.closeTo(0.333, 3),
      expect.closeTo(0.6, 12),
      expect.closeTo(0.818, 3),
    ]);
    expect(0.6 * multiple(8)).toBeLessThan(1);
    const rate = logSdOf(thirdToThreefold);
    expect(multipleOf(thirdToThreefold)(1)).toBe(shockOf(rate)(1));
    expect(multipleOf({ ...share, value: 0, low: 0, high: 0 })(2)).toBe(1);
  });
});
