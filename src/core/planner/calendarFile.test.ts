import { describe, expect, it } from "vitest";
import { type CalendarPlan, calendarFile } from "./calendarFile.ts";
import type { PlanCalendar } from "./planCalendar.ts";

const step = (latest: string) => [{ step: "contact" as const, latest, late: false }];
const calendar: PlanCalendar = {
  lines: [
    { item: "a", creatorName: "Noodles, soups; more", steps: step("2026-12-31"), toKeep: null },
    { item: "b", creatorName: "深夜面馆".repeat(12), steps: step("2026-12-31"), toKeep: null },
  ],
  firstStep: { step: "contact", latest: "2026-12-31", slackDays: 3 },
  ...{ late: null, peaks: [], blackouts: [], says: [] },
};
const plan: CalendarPlan = { calendar, lines: [], madeOn: "2026-12-28", seed: 1 };
const sayInvite = () => "Invite";
const file = calendarFile(plan, sayInvite);

describe("the calendar file of a plan", () => {
  it("has one all-day event for a step and a day, ending on the next", () => {
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(file).toContain(
      "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:Invite (2)\r\n",
    );
  });

  it("keeps the events of two plans of one day apart, and is the same for the same plan", () => {
    const uidsOf = (text: string) => text.match(/^UID:.*$/gm);
    const other = { ...calendar, lines: calendar.lines.slice(1) };
    expect(uidsOf(calendarFile({ ...plan, calendar: other }, sayInvite))).not.toEqual(uidsOf(file));
    expect(calendarFile(plan, sayInvite)).toBe(file);
  });

  it("has no event where nothing is booked", () => {
    expect(calendarFile({ ...plan, calendar: null }, sayInvite)).not.toContain("VEVENT");
  });

  it("escapes what separates values", () => {
    expect(file).toContain("DESCRIPTION:Noodles\\, soups\\; more\\n");
  });

  it("keeps every line within 75 octets and loses nothing when unfolded", () => {
    const lines = file.split("\r\n");
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n ", "")).toContain("深夜面馆".repeat(12));
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});
