import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIVITY_CLASSES, byActivity } from "./activityClass.ts";
import { seesOneOf, viewProbability } from "./feedVisibility.ts";

const meanOver = (values: readonly number[]) =>
  ACTIVITY_CLASSES.reduce((sum, c, i) => sum + c.share * (values[i] ?? 0), 0);

describe("feed visibility", () => {
  it("gives ten posts at .23 a chance of .58, not the .93 of independent posts", () => {
    expect(seesOneOf(10, 0.23, 1.5)).toBeCloseTo(0.58, 2);
    expect(1 - (1 - 0.23) ** 10).toBeCloseTo(0.93, 2);
  });

  it("approaches independent posts as people become alike", () => {
    expect(seesOneOf(10, 0.23, 1e6)).toBeCloseTo(1 - 0.77 ** 10, 4);
  });

  it("never lets more views than .95 of the followers count", () => {
    expect(viewProbability(1e6, 0.5, 1.2, 1000)).toBe(0.95);
    expect(viewProbability(1200, 0.5, 1.2, 1000)).toBeCloseTo(0.5, 12);
  });

  it("reaches .336 of a city with unequal people where equal people would give .397", () => {
    const together = (touched: number) => 1 - (1 - touched) ** 20;
    expect(together(0.1 * 0.25)).toBeCloseTo(0.397, 3);
    // The published .336 is the continuous mixture; three classes give .337.
    expect(Math.abs(meanOver(byActivity(0.1 * 0.25).map(together)) - 0.336)).toBeLessThan(0.0015);
  });

  it("keeps the mean whatever is capped", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.95, noNaN: true }), (mean) => {
        const classes = byActivity(mean);
        expect(meanOver(classes)).toBeCloseTo(mean, 9);
        for (const p of classes) expect(p).toBeLessThanOrEqual(0.95 + 1e-12);
      }),
    );
  });
});
