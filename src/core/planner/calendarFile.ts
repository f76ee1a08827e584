import { addDays, type IsoDate } from "#core/period";
import { Random } from "#core/random";
import { type Sentence, sentence } from "#core/sentence";
import type { PlanDocument } from "./planDocument.ts";
import type { CalendarStep } from "./stepsBack.ts";

/** RFC 5545, section 3.1: octets of a line, the break not counted. */
const OCTETS_MAX = 75;

/** What a file needs of a plan. */
export type CalendarPlan = Pick<PlanDocument, "calendar" | "lines" | "madeOn" | "seed">;

/**
 * The latest days of a plan as an iCalendar file in the language of `say`: one all-day event for each step and day, with
 * the names of its lines; no event where nothing is booked. The day the plan was made stands in for the time of writing,
 * so that the same plan gives the same bytes.
 */
export function calendarFile(
  { calendar, lines, madeOn, seed }: CalendarPlan,
  say: (sentence: Sentence) => string,
): string {
  const dated = calendar?.lines ?? [];
  const slotOf = new Map(lines.map(({ item, slot }) => [item, slot]));
  // Plans of one day have calendars of their own in a calendar program.
  const days = dated.flatMap(({ item, steps }) => [item, ...steps.map(({ latest }) => latest)]).join(" ");
  const plan = `${madeOn}-${seed}-${Random.named(seed, days).uint32().toString(16)}`;
  const events = new Map<string, { step: CalendarStep; latest: IsoDate; names: string[] }>();
  for (const { item, creatorName, steps } of dated)
    for (const { step, latest } of steps) {
      const key = `${latest}-${step}`;
      const event = events.get(key) ?? { step, latest, names: [] };
      const slot = slotOf.get(item);
      event.names.push(slot ? say(slot.says) : creatorName);
      events.set(key, event);
    }
  const rows = [...events].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chorale//Plan//EN", "CALSCALE:GREGORIAN"],
    ...rows.flatMap(([key, { step, latest, names }]) => [
      "BEGIN:VEVENT",
      `UID:${key}-${plan}@chorale`,
      `DTSTAMP:${compact(madeOn)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(latest)}`,
      `DTEND;VALUE=DATE:${compact(addDays(latest, 1))}`,
      `SUMMARY:${escaped(`${say(sentence(`plan.calendar.step.${step}`))} (${names.length})`)}`,
      `DESCRIPTION:${escaped(names.join("\n"))}`,
      ...["TRANSP:TRANSPARENT", "END:VEVENT"],
    ]),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

const compact = (day: IsoDate) => day.replaceAll("-", "");

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Broken between characters, never inside one. */
function folded(line: string): string {
  let octets = 0;
  let text = "";
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > OCTETS_MAX) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
