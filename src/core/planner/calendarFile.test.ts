import { describe, expect, it } from "vitest";
import { calendarFile } from "./calendarFile.ts";
import type { PlanCalendar } from "./planCalendar.ts";

const step = (latest: string) => [{ step: "contact" as const, latest, late: false }];
const calendar: PlanCalendar = {
  lines: [
    { item: "a", creatorName: "Noodles, soups; more", steps: step("2026-12-31") },
    { item: "b", creatorName: "深夜面馆".repeat(12), steps: step("2026-12-31") },
  ],
  firstStep: { step: "contact", latest: "2026-12-31", slackDays: 3 },
  ...{ late: null, peaks: [], blackouts: [], says: [] },
};
const file = calendarFile(calendar, "plan-1", "2026-12-28", {
  step: () => "Invite",
  line: (_, name) => name,
});

describe("the calendar file of a plan", () => {
  it("has one all-day event for a step and a day, ending on the next", () => {
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(file).toContain(
      "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:Invite (2)\r\n",
    );
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
