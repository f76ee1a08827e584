import { type PeakDays, peaksBetween } from "#core/catalog/peak";
import { addDays, daysBetween, type IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { lineDays } from "./lineDays.ts";
import type { PlanCalendar } from "./planCalendar.ts";
import { type DatedStep, type FreeDays, type LineDays, stepsBack } from "./stepsBack.ts";

/** How far a later `by` is looked for, and peaks around the campaign. */
const DAYS_AHEAD = 730;
const DAYS_BACK = 400;

/** The plan's lines counted back from the day the brief reads its result; null without lines. */
export function calendarOf(
  items: readonly ItemModel[],
  model: CampaignModel,
  madeOn: IsoDate,
): PlanCalendar | null {
  const { brief, reference } = model;
  const { by } = brief.objective;
  const { blackouts } = brief.calendar;
  const around = peaksBetween(
    reference.peaks,
    brief.market,
    addDays(madeOn, -DAYS_BACK),
    addDays(by, DAYS_AHEAD),
  );
  const free: readonly FreeDays[] = [...blackouts, ...around.flatMap(({ stops }) => stops ?? [])];
  const end = brief.defaults.some(({ path }) => path === "end") ? null : brief.end;
  const days = items.map((item) => lineDays(item, model));
  const isLate = ({ step, latest }: DatedStep) =>
    latest < madeOn || (step === "posting" && latest < brief.start);
  const lines = items.map(({ bundle }, i) => ({
    item: bundle.id,
    creatorName: bundle.creator.displayName,
    steps: stepsBack(days[i]!, by, end, free).map((each) => ({ ...each, late: isLate(each) })),
  }));
  const [first] = lines.map(({ steps }) => steps[0]!).toSorted((a, b) => (a.latest < b.latest ? -1 : 1));
  if (first === undefined) return null;
  const slackDays = daysBetween(madeOn, first.latest);
  const posts = lines.map(({ steps }) => steps.at(-1)!.latest);
  const lateLines = lines.filter(({ steps }) => steps.some(({ late }) => late)).length;
  const lastPosting = posts.toSorted().at(-1)!;
  return {
    lines,
    firstStep: { step: first.step, latest: first.latest, slackDays },
    late:
      lateLines === 0
        ? null
        : lateness(lateLines, -slackDays, firstPossible(days, by, free, isLate), model, first.latest),
    peaks: around
      .filter(({ from, to, stops }) => (stops?.from ?? from) <= by && maxDay(to, stops?.to) >= madeOn)
      .map((peak) => peakOf(peak, posts)),
    blackouts,
    says: [
      sentence("plan.calendar.first", { date: first.latest, by }),
      sentence("plan.calendar.posting", { date: posts.toSorted()[0]!, to: lastPosting }),
    ],
  };
}

/** What is past, what it would take, and from which day on the brief could be kept. */
function lateness(
  lines: number,
  days: number,
  possibleBy: IsoDate | null,
  { brief }: CampaignModel,
  latest: IsoDate,
): NonNullable<PlanCalendar["late"]> {
  const { by } = brief.objective;
  const says: Sentence[] = [
    days > 0
      ? sentence("plan.calendar.late", { count: lines, date: latest, by })
      : sentence("plan.calendar.lateStart", { count: lines, start: brief.start, by }),
    possibleBy === null
      ? sentence("plan.calendar.neverPossible")
      : sentence("plan.calendar.possibleBy", { date: possibleBy }),
  ];
  return { lines, days: Math.max(0, days), possibleBy, says };
}

function firstPossible(
  lines: readonly LineDays[],
  by: IsoDate,
  free: readonly FreeDays[],
  isLate: (step: DatedStep) => boolean,
): IsoDate | null {
  const kinds = [...new Map(lines.map((days) => [JSON.stringify(days), days])).values()];
  for (let later = 0; later <= DAYS_AHEAD; later++) {
    const day = addDays(by, later);
    // The last day of posting moves with the day of the result.
    if (!kinds.some((days) => stepsBack(days, day, null, free).some(isLate))) return day;
  }
  return null;
}

function peakOf({ peak, on, from, to, stops }: PeakDays, posts: readonly IsoDate[]) {
  const { slug, names, dearer } = peak;
  const crowded = posts.filter((day) => from <= day && day <= to).length;
  const effects = [
    sentence("plan.calendar.peak.crowded", { from, to }),
    ...(dearer ? [sentence("plan.calendar.peak.dearer")] : []),
    ...(stops ? [sentence("plan.calendar.peak.stops", stops)] : []),
    ...(crowded > 0 ? [sentence("plan.calendar.peak.posts", { count: crowded })] : []),
  ];
  const says = sentence("plan.calendar.peak.says", { peak: names, date: on, effects });
  return { slug, names, on, from, to, dearer, stops, posts: crowded, says };
}

function maxDay(one: IsoDate, other: IsoDate | undefined): IsoDate {
  return other !== undefined && other > one ? other : one;
}
