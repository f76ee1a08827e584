import type { LocalNames } from "#core/localNames";
import { addDays, daysBetween, type IsoDate } from "#core/period";

/** When a peak is: weekday 1 is Monday, `nth` counts from the month's start, -1 is its last. Dated: nothing is known of other years. */
export type PeakRule =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  | {
      readonly kind: "weekday";
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly plusDays: number;
    }
  | { readonly kind: "dated"; readonly days: readonly IsoDate[] };

/** Days before and after the day itself. */
export interface DaysAround {
  readonly before: number;
  readonly after: number;
}

/** A sales day or holiday that a campaign meets. */
export interface Peak {
  readonly slug: string;
  readonly names: LocalNames;
  /** Null: everywhere. */
  readonly markets: readonly string[] | null;
  readonly rule: PeakRule;
  /** Feeds are full of the same. */
  readonly crowded: DaysAround;
  /** Prices rise and places with creators fill. */
  readonly dearer: boolean;
  /** Nobody works and nothing is carried; null: work goes on. */
  readonly stops: DaysAround | null;
}

/** A peak of one year. */
export interface PeakDays {
  readonly peak: Peak;
  readonly on: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly stops: { readonly from: IsoDate; readonly to: IsoDate } | null;
}

/** Every peak of a market that touches the days from `from` to `to`, in order. */
export function peaksBetween(
  peaks: readonly Peak[],
  market: string,
  from: IsoDate,
  to: IsoDate,
): readonly PeakDays[] {
  const first = Number(from.slice(0, 4)) - 1;
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 2 }, (_, i) => first + i);
  return peaks
    .filter(({ markets }) => markets === null || markets.includes(market))
    .flatMap((peak) => years.flatMap((year) => peakDays(peak, year)))
    .filter((days) => startOf(days) <= to && endOf(days) >= from)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const startOf = ({ from, stops }: PeakDays) => (stops && stops.from < from ? stops.from : from);
const endOf = ({ to, stops }: PeakDays) => (stops && stops.to > to ? stops.to : to);

function peakDays(peak: Peak, year: number): readonly PeakDays[] {
  return daysOf(peak.rule, year).map((on) => ({
    ...{ peak, on },
    ...around(on, peak.crowded),
    stops: peak.stops && around(on, peak.stops),
  }));
}

function around(on: IsoDate, { before, after }: DaysAround) {
  return { from: addDays(on, -before), to: addDays(on, after) };
}

function daysOf(rule: PeakRule, year: number): readonly IsoDate[] {
  if (rule.kind === "dated") return rule.days.filter((day) => day.startsWith(`${year}-`));
  if (rule.kind === "fixed") return [dayIn(year, rule.month, rule.day)];
  const { month, weekday, nth, plusDays } = rule;
  const first = dayIn(year, month, 1);
  const next = month === 12 ? dayIn(year + 1, 1, 1) : dayIn(year, month + 1, 1);
  const start = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  const back = addDays(next, -1);
  const day = nth > 0 ? addDays(start, 7 * (nth - 1)) : addDays(back, -((weekdayOf(back) - weekday + 7) % 7));
  return [addDays(day, plusDays)];
}

function dayIn(year: number, month: number, day: number): IsoDate {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: IsoDate): number {
  // 1970-01-05 was a Monday.
  return (((daysBetween("1970-01-05", day) % 7) + 7) % 7) + 1;
}
