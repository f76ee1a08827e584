import { describe, expect, it } from "vitest";
import { Random } from "#core/random";
import { calibrationScore, rankAmong } from "./calibrationScore.ts";

const random = new Random(5);
const truth = Array.from({ length: 4000 }, () => ({ stated: random.uniform(), z: random.normal() }));

/** Forecasts whose spread is `said` times the true one, and chances bent by `power`. */
function scoreOf(said: number, power: number) {
  const draws = Float64Array.from({ length: 999 }, () => said * random.normal());
  return calibrationScore(
    truth.map(({ stated, z }) => ({
      rank: rankAmong(draws, z, random.uniform()),
      stated: stated ** power,
      happened: random.uniform() < stated,
    })),
  );
}

describe("a calibration score", () => {
  it("finds nothing where forecasts say what happens", () => {
    const { inside, sdZ, brier, brierIfRight } = scoreOf(1, 1);
    expect(inside["90"]).toBeCloseTo(0.9, 1);
    expect(sdZ).toBeCloseTo(1, 1);
    expect(brier).toBeCloseTo(brierIfRight, 1);
  });

  it("finds intervals too narrow and chances too high", () => {
    const { inside, sdZ, tenths, reliability } = scoreOf(0.5, 0.5);
    expect(inside["90"]).toBeLessThan(0.7);
    expect(sdZ).toBeGreaterThan(1.3);
    expect(tenths[0]).toBeGreaterThan(2 * 400);
    for (const { stated, happened } of reliability) expect(happened).toBeLessThan(stated);
  });

  it("places a count among equal counts by chance, so that ties take no side", () => {
    expect(rankAmong([0, 0, 0], 0, 0)).toBe(0);
    expect(rankAmong([0, 0, 0], 0, 0.5)).toBe(0.5);
    expect(rankAmong([1, 2, 3], 9, 0.5)).toBe(0.875);
  });
});
