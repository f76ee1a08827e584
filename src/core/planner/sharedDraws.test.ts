import { describe, expect, it } from "vitest";
import type { Assumption } from "#core/forecast/assumption";
import { quantileOfSorted } from "#core/maths/quantile";
import { Random } from "#core/random";
import { SharedDraws } from "./sharedDraws.ts";

const use: Assumption = {
  ...{ key: "platform-use", scope: {}, value: 0.9, low: 0.75, high: 0.964, shape: "logitnormal" },
  ...{ unit: "share", denominator: "internet users", source: "test", year: 2026, trust: "C" },
};
const DRAWS = 20_000;
const random = new Random(5);
const z = [new Float64Array(DRAWS).map(() => random.normal())];
const factors = [{ key: use.key, name: use.key, assumption: use, kind: "assumed", logSd: 0.08 }] as const;
const people = (covers: boolean) =>
  new SharedDraws({ factors, of: [], audienceSize: 0 }, z, DRAWS, covers).people;

describe("the people there are to reach, by draw", () => {
  it("are as many as the row of platform use says, and never more than use the internet", () => {
    const shares = people(true)
      .map((times) => times * use.value)
      .toSorted();
    expect(quantileOfSorted(shares, 0.05)).toBeCloseTo(0.75, 2);
    expect(quantileOfSorted(shares, 0.5)).toBeCloseTo(0.9, 2);
    expect(quantileOfSorted(shares, 0.95)).toBeCloseTo(0.964, 2);
    expect(shares.at(-1)).toBeLessThan(1);
  });

  it("are not drawn where a metric counts no people", () => {
    expect(new Set(people(false))).toEqual(new Set([1]));
  });
});
