import { addDays } from "#core/period";
import { sentence } from "#core/sentence";
import { type Brief, DURATIONS } from "./brief.ts";
import { type BriefReading, isAbsent, type Section } from "./briefReading.ts";

const DAYS_MAX = 365;
const BLACKOUTS_MAX = 100;
/** Longer, and no day may be left to work on. */
const BLACKOUT_DAYS_MAX = 366;

type Calendar = Brief["calendar"];

/** The brand's own free days and durations; what it is silent about comes from the assumptions. */
export function readCalendar(reading: BriefReading, top: Section): Calendar {
  const at = "calendar";
  const section = reading.section(top[at], at, ["blackouts", "durations"]);
  const written = reading.section(section["durations"], "calendar.durations", DURATIONS);
  const durations = Object.fromEntries(
    DURATIONS.flatMap((name) => {
      const days = reading.number(written[name], `calendar.durations.${name}`, DAYS_MAX);
      return days === null ? [] : [[name, days]];
    }),
  );
  const silent = DURATIONS.filter((name) => isAbsent(written[name]));
  if (silent.length > 0)
    reading.assume("calendar.durations", null, null, sentence("brief.default.durations"));
  return { durations, blackouts: readBlackouts(reading, section["blackouts"]) };
}

function readBlackouts(reading: BriefReading, value: unknown): Calendar["blackouts"] {
  const at = "calendar.blackouts";
  if (isAbsent(value)) return [];
  if (!Array.isArray(value) || value.length > BLACKOUTS_MAX) {
    reading.refuse(at, sentence("brief.rule.blackouts", { max: BLACKOUTS_MAX }), value);
    return [];
  }
  return value.flatMap((row: unknown, i) => {
    const where = `${at}[${i}]`;
    const section = reading.section(row, where, ["from", "to", "why"]);
    const from = reading.date(section["from"], `${where}.from`);
    const to = isAbsent(section["to"]) ? from : reading.date(section["to"], `${where}.to`);
    if (isAbsent(section["from"])) reading.refuse(`${where}.from`, sentence("brief.rule.date"), null);
    if (from === null || to === null) return [];
    const why = reading.text(section["why"], `${where}.why`);
    if (to < from || addDays(from, BLACKOUT_DAYS_MAX) < to) {
      reading.refuse(
        `${where}.to`,
        sentence("brief.rule.blackoutDays", { from, max: BLACKOUT_DAYS_MAX }),
        to,
      );
      return [];
    }
    return [{ from, to, why }];
  });
}
