import { type Currency, minorDigits } from "#core/money";
import { nearestOf } from "#core/nearest";
import { addDays, type IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { type Brief, METRICS, type Metric } from "./brief.ts";
import { type BriefReading, isAbsent, type Section } from "./briefReading.ts";

/** Counts above this are no plan but a slip. */
const TARGET_MAX = 1e12;

// Published holdout practice: 28 days and more between the last post and the reading (docs/methods/brief.md).
const DAYS_TO_READING = 28;

type Objective = Brief["objective"];

/** Null when metric or date are missing or refused: nothing can be planned without them. */
export function readObjective(
  reading: BriefReading,
  document: Section,
  currency: Currency | null,
  today: IsoDate,
): Objective | null {
  const at = "objective";
  const section = reading.section(document[at], at, ["metric", "target", "baseline", "by"]);
  const metric = readMetric(reading, section["metric"]);
  const by = reading.date(section["by"], "objective.by");
  if (isAbsent(section["by"])) reading.refuse("objective.by", sentence("brief.rule.requiredBy"), null);
  if (by !== null && by < today) reading.refuse("objective.by", sentence("brief.rule.past", { today }), by);
  const baseline = readBaseline(reading, section["baseline"], metric, currency);
  const target = readTarget(reading, section["target"], metric, baseline, currency);
  if (metric === null || by === null) return null;
  return { metric, by, baseline, target, targetAsWritten: asWritten(section["target"]) };
}

function readMetric(reading: BriefReading, value: unknown): Metric | null {
  const allowed = METRICS.join(", ");
  const at = "objective.metric";
  if (isAbsent(value)) return reading.refuse(at, sentence("brief.rule.requiredMetric", { allowed }), null);
  const text = reading.text(value, at);
  if (text === null) return null;
  if (namesMediaValue(text)) return reading.refuse(at, sentence("brief.rule.mediaValue"), text);
  const metric = METRICS.find((known) => known.toLowerCase() === text.toLowerCase());
  if (metric) return metric;
  const nearest = nearestOf(text, METRICS);
  return reading.refuse(at, oneOf(allowed, nearest), text);
}

const MEDIA_VALUE =
  /^(?:e\.?m\.?v|a\.?v\.?e|m\.?i\.?v)\b|media ?(?:impact ?)?value|\bad(?:vert(?:ising|isement)?)? ?(?:value|equivalen)|媒体价值|媒體價值|媒介价值|广告等值|廣告等值|广告价值|廣告價值|等效广告/i;

/** What the same exposure "would have cost" as advertising: refused by name, as it is no result (docs/methods/brief.md). */
export function namesMediaValue(text: string): boolean {
  return MEDIA_VALUE.test(text.normalize("NFKC").trim().replace(/[_-]+/g, " "));
}

export function oneOf(allowed: string, nearest: string | null) {
  return nearest
    ? sentence("brief.rule.oneOfNear", { allowed, nearest })
    : sentence("brief.rule.oneOf", { allowed });
}

const isMoney = (metric: Metric | null) => metric === "revenue" || metric === "turnoverGrowth";

function readBaseline(
  reading: BriefReading,
  value: unknown,
  metric: Metric | null,
  currency: Currency | null,
): number | null {
  const at = "objective.baseline";
  if (isAbsent(value)) return null;
  if (isMoney(metric)) {
    const money = reading.amount(value, at, currency);
    return money ? money.amountMinor / 10 ** minorDigits(money.currency) : null;
  }
  return reading.number(value, at, TARGET_MAX);
}

/** What the campaign is to add: absolute, money in minor units. "+10%" is that share of the baseline. */
function readTarget(
  reading: BriefReading,
  value: unknown,
  metric: Metric | null,
  baseline: number | null,
  currency: Currency | null,
): number | null {
  const at = "objective.target";
  if (isAbsent(value)) return null;
  if (typeof value === "string" && namesMediaValue(value.replace(/^[\d.,\s¥$€£]+/, "")))
    return reading.refuse(at, sentence("brief.rule.mediaValue"), value);
  const percent = typeof value === "string" ? /^\+?\s*(\d+(?:\.\d+)?)\s*%$/.exec(value.trim()) : null;
  const minor = isMoney(metric) && currency !== null ? 10 ** minorDigits(currency) : 1;
  if (percent) {
    if (baseline === null || baseline === 0)
      return reading.refuse("objective.baseline", sentence("brief.rule.baseline"), baseline);
    const added = (Number(percent[1]) / 100) * baseline * minor;
    if (added > 0 && added <= TARGET_MAX * minor) return isMoney(metric) ? Math.round(added) : added;
    return reading.refuse(at, sentence("brief.rule.target"), value);
  }
  if (isMoney(metric)) {
    const money = reading.amount(value, at, currency);
    if (money?.amountMinor === 0) return reading.refuse(at, sentence("brief.rule.target"), value);
    return money?.amountMinor ?? null;
  }
  const count = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof count === "number" && Number.isInteger(count) && count > 0 && count <= TARGET_MAX) return count;
  return reading.refuse(at, sentence("brief.rule.target"), value);
}

function asWritten(target: unknown): Objective["targetAsWritten"] {
  return typeof target === "string" || typeof target === "number" ? target : null;
}

/** Start and end of posting: today and 28 days before the reading, where nobody said otherwise. */
export function readDates(
  reading: BriefReading,
  document: Section,
  by: IsoDate | null,
  today: IsoDate,
): { readonly start: IsoDate; readonly end: IsoDate } | null {
  const givenStart = reading.date(document["start"], "start");
  const givenEnd = reading.date(document["end"], "end");
  if (by === null) return null;
  const start =
    givenStart ?? reading.assume("start", today, today, sentence("brief.default.start", { date: today }));
  // A day that has passed was refused as one already.
  if (by >= today && by < start)
    reading.refuse("objective.by", sentence("brief.rule.byBeforeStart", { start }), by);
  if (givenEnd !== null && givenEnd < start)
    reading.refuse("end", sentence("brief.rule.endBeforeStart", { start }), givenEnd);
  if (givenEnd !== null && givenEnd > by)
    reading.refuse("end", sentence("brief.rule.endAfterBy", { by }), givenEnd);
  if (givenStart !== null && givenStart < today)
    reading.warn(sentence("brief.warning.startPast", { start, today }));
  if (givenEnd !== null) return { start, end: givenEnd };
  const early = addDays(by, -DAYS_TO_READING);
  const end = early > start ? early : start;
  const says =
    early > start
      ? sentence("brief.default.end", { date: end })
      : sentence("brief.default.endShort", { date: end, by });
  return { start, end: reading.assume("end", end, end, says) };
}
