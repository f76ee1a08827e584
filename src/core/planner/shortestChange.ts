import type { Duration } from "#core/brief/brief";
import type { IsoDate } from "#core/period";
import { BACKWARDS, beginnings, type Campaign, countsWorkingDays, type LineDays } from "./stepsBack.ts";

/** A duration that would have to be shorter. */
export interface Shortening {
  readonly duration: Duration;
  /** Whole days; working days for everything but the draft, trying and the views. */
  readonly days: number;
  readonly instead: number;
  readonly working: boolean;
}

interface Reached {
  readonly day: IsoDate;
  /** Days off each duration. */
  readonly cuts: ReadonlyMap<Duration, number>;
}

/** Whoever waits less for views counts fewer of them, so this is shortened only where no step can be. */
const STEPS: readonly Duration[] = BACKWARDS.filter((duration) => duration !== "views");

/**
 * The least change of durations with which a line's first step is not before `today` and its post not before `start`: one
 * duration if one suffices, by the fewest days, and of equals the one that keeps the largest part; else the fewest days in
 * all. Empty: it is in time as it is. Null: not even steps that take no day would do.
 */
export function shortestChange(
  days: LineDays,
  campaign: Campaign,
  today: IsoDate,
  start: IsoDate,
): readonly Shortening[] | null {
  const lengthOf = (duration: Duration) => Math.ceil(days[duration] ?? 0);
  const least = (shortened: readonly Duration[]) =>
    leastCuts((duration) => [lengthOf(duration), shortened.includes(duration)], campaign, today, start);
  const leastOfOne = (durations: readonly Duration[]) => {
    const singles = durations.flatMap((duration) => {
      const cuts = least([duration]);
      return cuts === null ? [] : [{ cuts, days: cuts.get(duration) ?? 0, length: lengthOf(duration) }];
    });
    return singles.toSorted((a, b) => a.days - b.days || b.length - a.length)[0]?.cuts ?? null;
  };
  const cuts = leastOfOne(STEPS) ?? least(STEPS) ?? leastOfOne(["views"]) ?? least(BACKWARDS);
  if (cuts === null) return null;
  return [...cuts].toReversed().map(([duration, cut]) => ({
    ...{ duration, days: lengthOf(duration) - cut, instead: lengthOf(duration) },
    working: countsWorkingDays(duration),
  }));
}

/** By the number of days taken off so far: the latest day that can be reached, since a later day is never worse further on. */
function leastCuts(
  lengthOf: (duration: Duration) => readonly [length: number, mayShorten: boolean],
  campaign: Campaign,
  today: IsoDate,
  start: IsoDate,
): ReadonlyMap<Duration, number> | null {
  let reached: readonly (Reached | undefined)[] = [{ day: campaign.by, cuts: new Map() }];
  for (const duration of BACKWARDS) {
    const [length, mayShorten] = lengthOf(duration);
    const next: (Reached | undefined)[] = [];
    for (const [total, state] of latestOnly(reached)) {
      const begins = beginnings(duration, length, state.day, campaign);
      for (let cut = 0; cut <= (mayShorten ? length : 0); cut++) {
        const day = begins[length - cut]!;
        const known = next[total + cut];
        if ((duration === "views" && day < start) || (known && !isBetter(day, cut, state, known))) continue;
        next[total + cut] = { day, cuts: cut === 0 ? state.cuts : new Map([...state.cuts, [duration, cut]]) };
      }
    }
    reached = next;
  }
  return reached.find((state) => state !== undefined && state.day >= today)?.cuts ?? null;
}

function isBetter(day: IsoDate, cut: number, { cuts }: Reached, known: Reached): boolean {
  const changed = cuts.size + (cut > 0 ? 1 : 0);
  return day > known.day || (day === known.day && changed < known.cuts.size);
}

/** Without those that more days off bring no further. */
function latestOnly(reached: readonly (Reached | undefined)[]): readonly (readonly [number, Reached])[] {
  let latest: IsoDate = "";
  return reached.flatMap((state, total) => {
    if (state === undefined || state.day <= latest) return [];
    latest = state.day;
    return [[total, state] as const];
  });
}
