import { addDays, dayOf, type IsoDate, isIsoDate } from "#core/period";

const DATE = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/;
const TIME =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const EARLIEST_MS = Date.UTC(1990, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/**
 * An instant in milliseconds since 1970: ISO dates and times, `2026/2/3 9:05`, `2026年2月3日`, epoch seconds or
 * milliseconds; null when it is none. Without a zone it is UTC; a month alone is its first day. `03/02/2026` is not
 * read: nobody can tell its day from its month.
 */
export function readInstant(text: string): number | null {
  const folded = text.normalize("NFKC").trim();
  const at = epochOf(folded) ?? dateOf(folded) ?? timeOf(folded);
  return at !== null && at >= EARLIEST_MS && at < LATEST_MS ? at : null;
}

export function readDay(text: string): IsoDate | null {
  const at = readInstant(text);
  return at === null ? null : dayOf(at);
}

/** Whether nobody can have seen anything on that day yet; anywhere on earth, the next day may have begun. */
export function isAhead(day: IsoDate, today: IsoDate): boolean {
  return day > today && day > addDays(today, 1);
}

/** The day that a file's name tells, "instagram-2022-12.csv" or "export_20260204.xlsx"; null when it tells none. */
export function dayInName(name: string): IsoDate | null {
  const match = /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(
    name,
  );
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3] ?? "01"}`;
  return isIsoDate(day) ? day : null;
}

/** The day that a title names, "2026年3月刊例" or "as of 2026-03-01"; null when none of them does. */
export function dayInTitles(titles: readonly string[]): IsoDate | null {
  for (const title of titles) {
    const written =
      /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?|(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?/.exec(
        title.normalize("NFKC"),
      );
    const day = written === null ? null : readDay(written[0].replace(/\s/g, ""));
    if (day !== null) return day;
  }
  return null;
}

function epochOf(text: string): number | null {
  const match = /^(\d{10}|\d{13}|\d{16})(\.\d+)?$/.exec(text);
  if (!match) return null;
  const digits = match[1] ?? "";
  return Math.round(Number(text) * (digits.length === 10 ? 1000 : digits.length === 13 ? 1 : 0.001));
}

function dateOf(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const day = `${match[1]}-${match[2]?.padStart(2, "0")}-${(match[3] ?? "1").padStart(2, "0")}`;
  return isIsoDate(day) ? Date.parse(`${day}T00:00:00Z`) : null;
}

function timeOf(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, year, month = "", day = "", time = "", zone = "Z"] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isIsoDate(date)) return null;
  const at = Date.parse(
    `${date}T${time.padStart(time.indexOf(":") === 1 ? time.length + 1 : 0, "0")}${zone.toUpperCase() === "UTC" ? "Z" : zone.toUpperCase()}`,
  );
  return Number.isNaN(at) ? null : at;
}
