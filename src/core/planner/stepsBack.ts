import type { Duration } from "#core/brief/brief";
import { weekdayOf } from "#core/catalog/peak";
import { addDays, type IsoDate } from "#core/period";

export const CALENDAR_STEPS = ["contact", "contract", "shipping", "draft", "review", "posting"] as const;
export type CalendarStep = (typeof CALENDAR_STEPS)[number];

/** Days on which nobody works, both ends included. */
export interface FreeDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What one line takes, in days. Null: the line has no such step. */
export type LineDays = Readonly<Record<Duration, number | null>>;

/** Within what a line is counted back. */
export interface Campaign {
  /** The day of the result. */
  readonly by: IsoDate;
  /** The last day of posting that the brief names. */
  readonly end: IsoDate | null;
  readonly free: readonly FreeDays[];
}

export interface DatedStep {
  readonly step: CalendarStep;
  readonly latest: IsoDate;
}

/** From the result back to the first invitation. */
export const BACKWARDS = [
  ...(["views", "filing", "review", "draft", "trial", "shipping", "contract", "reply"] as const),
] satisfies readonly Duration[];

const WORKING: ReadonlySet<Duration> = new Set(["filing", "review", "shipping", "contract", "reply"]);

export const countsWorkingDays = (duration: Duration) => WORKING.has(duration);

/** The latest day of every step, first step first. No step lies on a free day, none but posting on a weekend. */
export function stepsBack(days: LineDays, campaign: Campaign): readonly DatedStep[] {
  const begins = new Map<Duration, IsoDate>();
  let day = campaign.by;
  for (const duration of BACKWARDS) {
    const length = Math.ceil(days[duration] ?? 0);
    day = beginnings(duration, length, day, campaign)[length]!;
    begins.set(duration, day);
  }
  const at = (step: CalendarStep, duration: Duration) => ({ step, latest: begins.get(duration)! });
  return [
    at("contact", "reply"),
    at("contract", "shipping"),
    ...(days.shipping === null ? [] : [at("shipping", "shipping")]),
    at("draft", "review"),
    at("review", "filing"),
    at("posting", "views"),
  ];
}

/** The latest day on which a duration begins that is over on `over`, for each of its lengths from 0 to `lengthMax` days. */
export function beginnings(
  duration: Duration,
  lengthMax: number,
  over: IsoDate,
  { end, free }: Campaign,
): readonly IsoDate[] {
  const isFree = (day: IsoDate) => free.some(({ from, to }) => from <= day && day <= to);
  const isOff = (day: IsoDate) => weekdayOf(day) > 5 || isFree(day);
  const lengths = Array.from({ length: lengthMax + 1 }, (_, length) => length);
  if (duration === "views")
    return lengths.map((length) => {
      const settled = addDays(over, -length);
      return lastBefore(end !== null && end < settled ? end : settled, isFree);
    });
  if (!countsWorkingDays(duration)) return lengths.map((length) => addDays(over, -length));
  const found = [lastBefore(over, isOff)];
  for (let length = 1; length <= lengthMax; length++)
    found.push(lastBefore(addDays(found[length - 1]!, -1), isOff));
  return found;
}

function lastBefore(day: IsoDate, isOff: (day: IsoDate) => boolean): IsoDate {
  let at = day;
  while (isOff(at)) at = addDays(at, -1);
  return at;
}
