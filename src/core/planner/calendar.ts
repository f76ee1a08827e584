import { type PeakDays, peaksBetween } from "#core/catalog/peak";
import { addDays, daysBetween, type IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { lineDays } from "./lineDays.ts";
import type { PlanCalendar } from "./planCalendar.ts";
import { shortestChange } from "./shortestChange.ts";
import { type Campaign, type DatedStep, type LineDays, stepsBack } from "./stepsBack.ts";

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
  const campaign: Campaign = {
    by,
    end: brief.defaults.some(({ path }) => path === "end") ? null : brief.end,
    free: [...blackouts, ...around.flatMap(({ stops }) => stops ?? [])],
  };
  const days = items.map((item) => lineDays(item, model));
  const isLate = ({ step, latest }: DatedStep) =>
    latest < madeOn || (step === "posting" && latest < brief.start);
  const change = remembered((line) => changeOf(line, campaign, madeOn, brief.start));
  const lines = items.map(({ bundle }, i) => {
    const steps = stepsBack(days[i]!, campaign).map((each) => ({ ...each, late: isLate(each) }));
    return {
      item: bundle.id,
      creatorName: bundle.creator.displayName,
      steps,
      toKeep: steps.some(({ late }) => late) ? change(days[i]!) : null,
    };
  });
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
        : lateness(lateLines, -slackDays, firstPossible(days, campaign, isLate), model, first.latest),
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
  { by, free }: Campaign,
  isLate: (step: DatedStep) => boolean,
): IsoDate | null {
  const kinds = [...new Map(lines.map((days) => [JSON.stringify(days), days])).values()];
  for (let later = 0; later <= DAYS_AHEAD; later++) {
    const day = addDays(by, later);
    // The last day of posting moves with the day of the result.
    if (!kinds.some((days) => stepsBack(days, { by: day, end: null, free }).some(isLate))) return day;
  }
  return null;
}

/** How a late line could keep the day after all. */
function changeOf(
  days: LineDays,
  campaign: Campaign,
  madeOn: IsoDate,
  start: IsoDate,
): NonNullable<PlanCalendar["lines"][number]["toKeep"]> {
  const { by } = campaign;
  const found = shortestChange(days, campaign, madeOn, start) ?? [];
  if (found.length === 0) return { changes: [], says: sentence("plan.calendar.cannotKeep", { by }) };
  const changes = found.map((change) => {
    const { duration, days: count, instead, working } = change;
    const says = sentence(working ? "plan.calendar.shorterWorking" : "plan.calendar.shorter", {
      ...{ count, instead, less: instead - count },
      duration: [sentence(`plan.calendar.duration.${duration}`)],
    });
    return { ...change, says };
  });
  const each = changes.map(({ says }) => says);
  return { changes, says: sentence("plan.calendar.toKeep", { by, changes: each }) };
}

/** Many lines take the same days. */
function remembered<Result>(find: (days: LineDays) => Result): (days: LineDays) => Result {
  const known = new Map<string, Result>();
  return (days) => {
    const key = JSON.stringify(days);
    const found = known.get(key) ?? find(days);
    known.set(key, found);
    return found;
  };
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
