import { beforeAll, describe, expect, it } from "vitest";
import {
  CALIBRATED_METRICS,
  type CalibratedMetric,
  calibrateForecast,
} from "../../src/app/calibrateForecast.ts";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import type { Assumption } from "../../src/core/forecast/assumption.ts";
import {
  type CalibrationScore,
  calibrationScore,
  type Scored,
} from "../../src/core/maths/calibrationScore.ts";

const WORLDS = 60;
/** 99.9 % of calibrated forecasts lie within so many standard errors. */
const ERRORS = 3.3;
const SPREAD_BAR = ERRORS / Math.sqrt(2 * WORLDS);

function scores(
  metrics: readonly CalibratedMetric[],
  beliefs: readonly Assumption[] = [],
  mistaken: readonly Assumption[] = [],
): ReadonlyMap<CalibratedMetric, CalibrationScore> {
  const scored = new Map(metrics.map((metric) => [metric, [] as Scored[]]));
  for (let seed = 701; seed < 701 + WORLDS; seed++) {
    const world = { seed, creators: 12, draws: 300, metrics, doubtful: () => false, beliefs, mistaken };
    for (const [metric, one] of calibrateForecast(world)) scored.get(metric)?.push(one);
  }
  return new Map([...scored].map(([metric, all]) => [metric, calibrationScore(all)]));
}

const shipped = readAssumptions();
/** Levels known for certain and creators much alike, so that shocks are what remains. */
const quiet = shipped.flatMap((row): Assumption[] => {
  if (["views-by-followers", "engagement-by-views", "real-follower-share"].includes(row.key))
    return [{ ...row, low: row.value, high: row.value, shape: "point" }];
  const spreads = [
    "views-creator-sd",
    "views-post-sd",
    "engagement-by-views-creator-sd",
    "audience-share-sd",
  ];
  return spreads.includes(row.key)
    ? [{ ...row, value: 0.1 }]
    : row.key === "posting-share"
      ? [{ ...row, value: 0.999 }]
      : [];
});
const halvedShocks = shipped
  .filter((row) => row.key.startsWith("shock-"))
  .map((row): Assumption => ({ ...row, value: row.value / 2 }));

describe("forecasts in worlds drawn from their own beliefs", () => {
  let all: ReadonlyMap<CalibratedMetric, CalibrationScore> = new Map();
  beforeAll(() => {
    all = scores(CALIBRATED_METRICS);
  }, 240_000);

  it.each(CALIBRATED_METRICS)(
    "hold as many outcomes of %s as they say, in the middle and at the ends",
    (metric) => {
      const { n, inside, meanZ, sdZ } = all.get(metric)!;
      expect(n).toBe(WORLDS);
      expect(Math.abs(inside["90"] - 0.9)).toBeLessThan(ERRORS * Math.sqrt((0.9 * 0.1) / WORLDS));
      expect(Math.abs(inside["50"] - 0.5)).toBeLessThan(ERRORS * Math.sqrt((0.5 * 0.5) / WORLDS));
      expect(Math.abs(meanZ)).toBeLessThan(ERRORS / Math.sqrt(WORLDS));
      expect(Math.abs(sdZ - 1)).toBeLessThan(SPREAD_BAR);
    },
  );

  it.each(CALIBRATED_METRICS)("state chances of so many %s that come true as often", (metric) => {
    const { reliability } = all.get(metric)!;
    const mean = (of: "stated" | "happened") =>
      reliability.reduce((sum, bin) => sum + bin.n * bin[of], 0) / WORLDS;
    expect(Math.abs(mean("stated") - mean("happened"))).toBeLessThan((ERRORS * 0.5) / Math.sqrt(WORLDS));
  });

  it("are found too narrow where they take shocks for half of what they are, and only then", () => {
    expect(Math.abs((scores(["views"], quiet).get("views")?.sdZ ?? 0) - 1)).toBeLessThan(SPREAD_BAR);
    expect(scores(["views"], quiet, halvedShocks).get("views")?.sdZ).toBeGreaterThan(1 + SPREAD_BAR);
  }, 240_000);
});
