import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlanCalendar } from "#core/planner/planCalendar";
import { sentence } from "#core/sentence";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { WordsProvider } from "../words/words.tsx";
import { CalendarSection } from "./CalendarSection.tsx";
import { PLAN_FIXTURE } from "./plan.fixture.ts";

const names = { en: "Chinese New Year", "zh-CN": "春节", "zh-TW": "農曆新年" };
const stops = { from: "2026-02-07", to: "2026-02-25" };
const crowd = { from: "2026-01-27", to: "2026-02-24" };
const says = sentence("plan.calendar.peak.says", {
  ...{ peak: names, date: "2026-02-17" },
  effects: [sentence("plan.calendar.peak.stops", stops), sentence("plan.calendar.peak.posts", { count: 2 })],
});
const SHORTER = sentence("plan.calendar.shorter", {
  ...{ count: 2, instead: 12, less: 10 },
  duration: [sentence("plan.calendar.duration.draft")],
});
const TO_KEEP: PlanCalendar["lines"][number]["toKeep"] = {
  changes: [{ duration: "draft", days: 2, instead: 12, working: false, says: SHORTER }],
  says: sentence("plan.calendar.toKeep", { by: "2026-03-21", changes: [SHORTER] }),
};
const CALENDAR: PlanCalendar = {
  lines: PLAN_FIXTURE.lines.map(({ item, creatorName }) => ({
    ...{ item, creatorName, toKeep: TO_KEEP },
    steps: [
      { step: "contact", latest: "2026-01-05", late: true },
      { step: "contract", latest: "2026-01-19", late: false },
      { step: "shipping", latest: "2026-01-21", late: false },
      { step: "draft", latest: "2026-03-02", late: false },
      { step: "posting", latest: "2026-03-14", late: false },
    ],
  })),
  firstStep: { step: "contact", latest: "2026-01-05", slackDays: -10 },
  late: {
    ...{ lines: 2, days: 10, possibleBy: "2026-04-02" },
    says: [
      sentence("plan.calendar.late", { count: 2, date: "2026-01-05", by: "2026-03-21" }),
      sentence("plan.calendar.possibleBy", { date: "2026-04-02" }),
    ],
  },
  peaks: [
    { slug: "chinese-new-year", names, on: "2026-02-17", ...crowd, dearer: true, stops, posts: 2, says },
  ],
  blackouts: [{ from: "2026-03-01", to: "2026-03-03", why: null }],
  says: [sentence("plan.calendar.first", { date: "2026-01-05", by: "2026-03-21" })],
};

describe("the calendar on a plan's page", () => {
  it.each(LANGUAGES)("says in %s every day, the peak and what is late", (language) => {
    const html = renderToStaticMarkup(
      <WordsProvider initial={language}>
        <MantineProvider>
          <CalendarSection plan={PLAN_FIXTURE} calendar={CALENDAR} />
        </MantineProvider>
      </WordsProvider>,
    );
    expect(html).toContain(names[language]);
    expect(html.match(/calendar-mark/g)).toHaveLength(PLAN_FIXTURE.lines.length);
    // Five days and the change that would keep the date.
    expect(html.match(/<td/g)?.length).toBe(6 * PLAN_FIXTURE.lines.length);
    expect(html).toContain(say(language, SHORTER));
    expect(html).not.toMatch(/plan\.calendar|plan\.sections|\{\{/);
  });
});
