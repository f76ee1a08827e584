import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { peaksBetween, weekdayOf } from "../../src/core/catalog/peak.ts";
import { addDays } from "../../src/core/period.ts";
import { type Campaign, type LineDays, stepsBack } from "../../src/core/planner/stepsBack.ts";

const { peaks } = readReference();
const dayOf = (slug: string, market: string, year: number) =>
  peaksBetween(peaks, market, `${year}-01-01`, `${year}-12-31`)
    .filter(({ peak, on }) => peak.slug === slug && on.startsWith(`${year}`))
    .map(({ on }) => on);
const SIMPLE: LineDays = {
  ...{ reply: 5, contract: 5, shipping: 3, trial: 7, draft: 7, review: 4, filing: null, views: 7 },
};
const latest = (days: LineDays, by: string, free: Campaign["free"] = [], end: string | null = null) =>
  Object.fromEntries(stepsBack(days, { by, end, free }).map(({ step, latest }) => [step, latest]));

describe("peaks", () => {
  // As the days were or will be kept, from published calendars.
  it.each([
    ["chinese-new-year", "CN", 2026, "2026-02-17"],
    ["chinese-new-year", "CN", 2027, "2027-02-06"],
    ["chinese-new-year", "CN", 2030, "2030-02-03"],
    ["black-friday", "FR", 2026, "2026-11-27"],
    ["black-friday", "US", 2024, "2024-11-29"],
    ["cyber-monday", "US", 2024, "2024-12-02"],
    ["mothers-day", "US", 2027, "2027-05-09"],
    ["mothers-day-france", "FR", 2026, "2026-05-31"],
    ["mothers-day-spain", "ES", 2026, "2026-05-03"],
    ["double-11", "CN", 2028, "2028-11-11"],
  ])("put %s in %s in %i on %s", (slug, market, year, day) => {
    expect(dayOf(slug, market, year)).toEqual([day]);
  });

  it("belong to their markets, and are unknown where no date is", () => {
    expect(dayOf("618", "FR", 2026)).toEqual([]);
    expect(dayOf("chinese-new-year", "CN", 2040)).toEqual([]);
  });

  it("are seen from the year before where their days reach over New Year", () => {
    const found = peaksBetween(peaks, "FR", "2026-12-31", "2026-12-31").map(({ peak }) => peak.slug);
    expect(found).toContain("new-year");
  });
});

describe("the latest days of a line", () => {
  it("are counted back over weekends", () => {
    expect(latest(SIMPLE, "2026-06-30")).toEqual({
      posting: "2026-06-23",
      review: "2026-06-23",
      draft: "2026-06-17",
      shipping: "2026-05-29",
      contract: "2026-05-29",
      contact: "2026-05-15",
    });
  });

  it("have no shipping where nothing is sent, and the platform's check where it is ordered", () => {
    const ordered = latest({ ...SIMPLE, shipping: null, trial: null, filing: 3 }, "2026-06-30");
    expect(ordered["shipping"]).toBeUndefined();
    expect(ordered).toMatchObject({ posting: "2026-06-23", review: "2026-06-18", draft: "2026-06-12" });
  });

  it("leave out the days around Chinese New Year 2027", () => {
    const free = peaksBetween(peaks, "CN", "2026-12-01", "2027-03-31").flatMap(({ stops }) => stops ?? []);
    const around = latest(SIMPLE, "2027-03-10", free);
    expect(around["draft"]).toBe("2027-02-25");
    // It has to be there by 11 February, when nothing is carried: so by Tuesday 26 January, three working days after this.
    expect(around["shipping"]).toBe("2027-01-21");
  });

  it("end with the last day of posting that the brief names", () => {
    expect(latest(SIMPLE, "2026-06-30", [], "2026-06-01")["posting"]).toBe("2026-06-01");
  });

  const length = fc.integer({ min: 0, max: 30 });
  const anyDays: fc.Arbitrary<LineDays> = fc.record({
    ...{ reply: length, contract: length, shipping: fc.option(length), trial: fc.option(length) },
    ...{ draft: length, review: length, filing: fc.option(length), views: length },
  });
  const anyFree = fc.array(
    fc.tuple(fc.integer({ min: -200, max: 20 }), fc.integer({ min: 0, max: 20 })).map(([start, days]) => ({
      from: addDays("2026-09-30", start),
      to: addDays("2026-09-30", start + days),
    })),
    { maxLength: 5 },
  );

  const within = (free: Campaign["free"]): Campaign => ({ by: "2026-09-30", end: null, free });

  it("stand in order, none after the result, none on a free day, only posts on a weekend", () => {
    fc.assert(
      fc.property(anyDays, anyFree, (days, free) => {
        const steps = stepsBack(days, within(free));
        const dates = steps.map((each) => each.latest);
        expect(dates).toEqual(dates.toSorted());
        expect(dates.every((day) => day <= "2026-09-30")).toBe(true);
        expect(dates.some((day) => free.some(({ from, to }) => from <= day && day <= to))).toBe(false);
        expect(steps.every(({ step, latest }) => step === "posting" || weekdayOf(latest) <= 5)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it("never come later when a step takes longer or another day is free", () => {
    const names = ["reply", "contract", "draft", "review", "views"] as const;
    fc.assert(
      fc.property(anyDays, anyFree, fc.constantFrom(...names), length, (days, free, name, more) => {
        const before = stepsBack(days, within(free.slice(1)));
        const after = stepsBack({ ...days, [name]: (days[name] ?? 0) + more }, within(free));
        expect(after.every(({ latest }, i) => latest <= before[i]!.latest)).toBe(true);
      }),
      { seed: 4 },
    );
  });
});
