import { writeFile } from "node:fs/promises";
import { type CalendarWords, calendarFile } from "#core/planner/calendarFile";
import type { PlanDocument } from "#core/planner/planDocument";
import { writeFault } from "./writeFault.ts";

/** Writes the plan's latest days as an iCalendar file; one without events where nothing is booked. Throws refused where it cannot. */
export async function writeCalendarFile(
  path: string,
  { calendar, madeOn, seed }: PlanDocument,
  words: CalendarWords,
): Promise<void> {
  const text = calendarFile(calendar ?? { lines: [] }, `${madeOn}-${seed}`, madeOn, words);
  await writeFile(path, text).catch((caught: unknown) => {
    throw writeFault(caught, path);
  });
}
