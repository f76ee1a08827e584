import { weekdayOf } from "#core/catalog/peak";
import { addDays, type IsoDate } from "#core/period";

export const CALENDAR_STEPS = ["contact", "contract", "shipping", "draft", "review", "posting"] as const;
export type CalendarStep = (typeof CALENDAR_STEPS)[number];

/** Days on which nobody works, both ends included. */
export interface FreeDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What one line takes, in days; "W" are working days. Null: the line has no such step. */
export interface LineDays {
  readonly replyW: number;
  readonly contractW: number;
  readonly shipW: number | null;
  readonly tryDays: number | null;
  readonly draftDays: number;
  readonly reviewW: number;
  readonly fileW: number | null;
  readonly viewsDays: number;
}

export interface DatedStep {
  readonly step: CalendarStep;
  readonly latest: IsoDate;
}

/**
 * The latest day of every step, first step first, counted back from `by`; `end`: the last day of posting that the brief
 * names. No step lies on a free day, none but posting on a weekend.
 */
export function stepsBack(
  days: LineDays,
  by: IsoDate,
  end: IsoDate | null,
  free: readonly FreeDays[],
): readonly DatedStep[] {
  const isFree = (day: IsoDate) => free.some(({ from, to }) => from <= day && day <= to);
  const isOff = (day: IsoDate) => weekdayOf(day) > 5 || isFree(day);
  const settled = addDays(by, -Math.ceil(days.viewsDays));
  const posting = lastBefore(end !== null && end < settled ? end : settled, isFree);
  const review = workingDaysBefore(posting, days.fileW ?? 0, isOff);
  const draft = workingDaysBefore(review, days.reviewW, isOff);
  const hands = addDays(draft, -Math.ceil(days.draftDays) - Math.ceil(days.tryDays ?? 0));
  const shipping = days.shipW === null ? null : workingDaysBefore(hands, days.shipW, isOff);
  const contract = shipping ?? lastBefore(hands, isOff);
  const contact = workingDaysBefore(workingDaysBefore(contract, days.contractW, isOff), days.replyW, isOff);
  return [
    { step: "contact", latest: contact },
    { step: "contract", latest: contract },
    ...(shipping === null ? [] : [{ step: "shipping" as const, latest: shipping }]),
    { step: "draft", latest: draft },
    { step: "review", latest: review },
    { step: "posting", latest: posting },
  ];
}

function lastBefore(day: IsoDate, isOff: (day: IsoDate) => boolean): IsoDate {
  let at = day;
  while (isOff(at)) at = addDays(at, -1);
  return at;
}

function workingDaysBefore(day: IsoDate, count: number, isOff: (day: IsoDate) => boolean): IsoDate {
  let at = lastBefore(day, isOff);
  for (let left = Math.ceil(count); left > 0; left--) at = lastBefore(addDays(at, -1), isOff);
  return at;
}
