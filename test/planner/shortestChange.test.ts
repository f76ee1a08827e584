import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DURATIONS } from "../../src/core/brief/brief.ts";
import { addDays } from "../../src/core/period.ts";
import { shortestChange } from "../../src/core/planner/shortestChange.ts";
import { type Campaign, type LineDays, stepsBack } from "../../src/core/planner/stepsBack.ts";

const BY = "2026-06-30";
const campaign: Campaign = { by: BY, end: null, free: [] };
const LINE: LineDays = {
  ...{ reply: 5, contract: 5, shipping: null, trial: null, draft: 7, review: 4, filing: null, views: 7 },
};

function isInTime(days: LineDays, within: Campaign, today: string, start: string): boolean {
  const steps = stepsBack(days, within);
  return steps[0]!.latest >= today && steps.at(-1)!.latest >= start;
}

describe("the shortest change of a late line", () => {
  it("is nothing where the line is in time", () => {
    expect(shortestChange(LINE, campaign, "2026-05-01", "2026-05-01")).toEqual([]);
  });

  it("names one duration and the fewest days that suffice", () => {
    // The first invitation is due on Wednesday 27 May.
    expect(stepsBack(LINE, campaign)[0]?.latest).toBe("2026-05-27");
    expect(shortestChange(LINE, campaign, "2026-05-28", "2026-05-01")).toEqual([
      { duration: "draft", days: 6, instead: 7, working: false },
    ]);
  });

  it("shortens the wait for views where a post would stand before the start", () => {
    expect(shortestChange(LINE, campaign, "2026-05-01", "2026-06-25")).toEqual([
      { duration: "views", days: 5, instead: 7, working: false },
    ]);
  });

  it("leaves the wait for views alone while steps can be shorter, even if it takes several", () => {
    const short = { ...LINE, reply: 2, contract: 2, draft: 3, review: 2, views: 14 };
    const begins = stepsBack(short, campaign)[0]!.latest;
    const changes = shortestChange(short, campaign, addDays(begins, 8), "2026-05-01") ?? [];
    expect(changes.length).toBeGreaterThan(1);
    expect(changes.map(({ duration }) => duration)).not.toContain("views");
  });

  it("names several where no one suffices, and none where nothing does", () => {
    const several = shortestChange(LINE, campaign, "2026-06-10", "2026-05-01");
    expect(several?.length).toBeGreaterThan(1);
    expect(shortestChange(LINE, campaign, "2026-07-01", "2026-05-01")).toBeNull();
  });

  const short = fc.integer({ min: 0, max: 3 });
  const anyLine: fc.Arbitrary<LineDays> = fc.record({
    ...{ reply: short, contract: short, shipping: fc.option(short), trial: fc.constant(null) },
    ...{ draft: short, review: short, filing: fc.constant(null), views: short },
  });
  const anyFree = fc.array(
    fc.tuple(fc.integer({ min: -20, max: 2 }), fc.integer({ min: 0, max: 3 })).map(([from, days]) => ({
      ...{ from: addDays(BY, from), to: addDays(BY, from + days) },
    })),
    { maxLength: 2 },
  );
  const anyDay = fc.integer({ min: -25, max: 1 }).map((days) => addDays(BY, days));

  /** Every way to shorten, tried out. */
  function* allCuts(days: LineDays, at = 0): Generator<{ days: LineDays; changed: number; total: number }> {
    const duration = DURATIONS[at];
    if (duration === undefined) return yield { days, changed: 0, total: 0 };
    for (let cut = 0; cut <= (days[duration] ?? 0); cut++)
      for (const rest of allCuts({ ...days, [duration]: days[duration] && days[duration] - cut }, at + 1))
        yield { ...rest, changed: rest.changed + Number(cut > 0), total: rest.total + cut };
  }

  it("suffices, and nothing shorter does, as trying every change shows", () => {
    fc.assert(
      fc.property(anyLine, anyFree, anyDay, anyDay, (days, free, today, start) => {
        const within = { ...campaign, free };
        const enough = [...allCuts(days)].filter((each) => isInTime(each.days, within, today, start));
        const found = shortestChange(days, within, today, start);
        if (found === null) {
          expect(enough).toEqual([]);
          return;
        }
        const shortened = Object.fromEntries(found.map(({ duration, days: left }) => [duration, left]));
        expect(isInTime({ ...days, ...shortened }, within, today, start)).toBe(true);
        const total = found.reduce((sum, each) => sum + each.instead - each.days, 0);
        const ofSteps = enough.filter((each) => each.days.views === days.views);
        const allowed = ofSteps.length > 0 ? ofSteps : enough;
        const withOne = allowed.filter(({ changed }) => changed <= 1);
        const best = withOne.length > 0 ? withOne : allowed;
        expect(total).toBe(Math.min(...best.map((each) => each.total)));
        if (withOne.length > 0) expect(found.length).toBeLessThanOrEqual(1);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
