import { writeFile } from "node:fs/promises";
import { calendarFile } from "#core/planner/calendarFile";
import type { PlanDocument } from "#core/planner/planDocument";
import type { Sentence } from "#core/sentence";
import { writeFault } from "./writeFault.ts";

/** Writes the plan's latest days as an iCalendar file; one without events where nothing is booked. Throws refused where it cannot. */
export async function writeCalendarFile(
  path: string,
  plan: PlanDocument,
  say: (sentence: Sentence) => string,
): Promise<void> {
  await writeFile(path, calendarFile(plan, say)).catch((caught: unknown) => {
    throw writeFault(caught, path);
  });
}
