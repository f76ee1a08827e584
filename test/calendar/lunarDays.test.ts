import { describe, expect, it } from "vitest";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { peaksBetween } from "../../src/core/catalog/peak.ts";
import { addDays } from "../../src/core/period.ts";
import { chinaDay, monthsOf, newMoon } from "./chineseCalendar.ts";

const { peaks } = readReference();
const dates = (slug: string) => {
  const rule = peaks.find((peak) => peak.slug === slug)?.rule;
  if (rule?.kind !== "dated") throw new Error(`${slug} has no dates`);
  return rule.days;
};
const LUNAR = [
  ["chinese-new-year", 1, 1],
  ["chinese-new-year-abroad", 1, 1],
  ["qixi", 7, 7],
  ["mid-autumn", 8, 15],
] as const;

describe("the lunar days of the peaks", () => {
  it("rest on the new moon that Meeus computes as an example", () => {
    // Example 49.a: k = −283, 1977 February 18, 3h37m42s TD.
    expect(newMoon(-283)).toBeCloseTo(2_443_192.65118, 5);
  });

  it.each(LUNAR)("have %s on the day that month %i, day %i begins in China", (slug, month, day) => {
    expect(dates(slug)).toHaveLength(7);
    for (const date of dates(slug)) {
      const first = monthsOf(Number(date.slice(0, 4))).get(month)?.first ?? "";
      expect(addDays(first, day - 1)).toBe(date);
    }
  });

  it("are further from midnight than the formulas can err", () => {
    const months = dates("chinese-new-year").map((date) => monthsOf(Number(date.slice(0, 4))).get(1));
    const misses = months.map((month) => chinaDay(newMoon(month?.k ?? Number.NaN)).minutesToMidnight);
    // 6 February 2027 at 23:56 and 3 February 2030 at 00:08; the formula errs by seconds, ΔT by ten at most.
    expect(misses.toSorted((a, b) => a - b).map((minutes) => Math.round(minutes))).toMatchObject({
      0: 4,
      1: 8,
    });
  });
});

/** J.-M. Oudin's rule, as Meeus' chapter 8 gives it. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  const [month, day] = [Math.floor(sum / 31), (sum % 31) + 1];
  return `${year}-0${month}-${String(day).padStart(2, "0")}`;
}

describe("the days that hang on Easter", () => {
  it("have Mothering Sunday three weeks before it", () => {
    for (const date of dates("mothering-sunday")) {
      expect(addDays(easter(Number(date.slice(0, 4))), -21)).toBe(date);
    }
  });

  it("keep Mother's Day in France off Pentecost", () => {
    for (let year = 2026; year <= 2032; year++) {
      const found = peaksBetween(peaks, "FR", `${year}-05-01`, `${year}-06-30`);
      const mothers = found.find(({ peak }) => peak.slug === "mothers-day-france")?.on;
      expect(mothers).toMatch(new RegExp(`^${year}-05-`));
      expect(mothers).not.toBe(addDays(easter(year), 49));
    }
  });
});
