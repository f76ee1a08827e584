import { Button } from "@mantine/core";
import { calendarFile } from "#core/planner/calendarFile";
import type { PlanCalendar } from "#core/planner/planCalendar";
import type { PlanDocument } from "#core/planner/planDocument";
import { CALENDAR_STEPS } from "#core/planner/stepsBack";
import { sentence } from "#core/sentence";
import { download } from "../doors/download.ts";
import { useWords } from "../words/words.tsx";
import { CalendarStrip } from "./CalendarStrip.tsx";
import { lineName } from "./lineName.ts";
import { Section } from "./Section.tsx";

/** Until when: the latest day of every step, the peaks on the way, and what is late already. */
export function CalendarSection({ plan, calendar }: { plan: PlanDocument; calendar: PlanCalendar }) {
  const words = useWords();
  const { t, say, date } = words;
  const step = (name: string) => say(sentence(`plan.calendar.step.${name}`));
  const nameOf = (item: string, creatorName: string) =>
    lineName(words, plan.lines.find((line) => line.item === item) ?? { creatorName });
  const steps = CALENDAR_STEPS.filter((name) =>
    calendar.lines.some((line) => line.steps.some((each) => each.step === name)),
  );
  const take = () => download("chorale.ics", "text/calendar", calendarFile(plan, say));
  return (
    <Section title={t("plan.sections.calendar")} lede={t("plan.calendarLede")}>
      {[...(calendar.late?.says ?? []), ...calendar.says].map((each) => (
        <p key={each.key}>{say(each)}</p>
      ))}
      <CalendarStrip plan={plan} calendar={calendar} steps={steps} />
      {calendar.peaks.length > 0 && (
        <ul>
          {calendar.peaks.map(({ slug, on, says }) => (
            <li key={`${slug} ${on}`}>{say(says)}</li>
          ))}
        </ul>
      )}
      <p className="quiet phone-only">{t("plan.sideways")}</p>
      <div className="wide">
        <table>
          <caption className="hidden-words">{t("plan.sections.calendar")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("plan.creator")}</th>
              {steps.map((name) => (
                <th scope="col" key={name}>
                  {step(name)}
                </th>
              ))}
              {calendar.late && <th scope="col">{t("plan.calendarToKeep")}</th>}
            </tr>
          </thead>
          <tbody>
            {calendar.lines.map((line) => (
              <tr key={line.item}>
                <th scope="row">{nameOf(line.item, line.creatorName)}</th>
                {steps.map((name) => {
                  const found = line.steps.find((each) => each.step === name);
                  return (
                    <td key={name} className={found?.late ? "calendar-late" : undefined}>
                      {found ? date(found.latest) : "–"}
                      {found?.late && <span className="calendar-mark"> {t("plan.calendarLate")}</span>}
                    </td>
                  );
                })}
                {calendar.late && (
                  <td className="calendar-keep">
                    <ToKeep toKeep={line.toKeep} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button variant="default" className="no-print" onClick={take}>
        {t("plan.calendarTake")}
      </Button>
    </Section>
  );
}

/** What would have to be shorter, one below the other; the head of the column says what for. */
function ToKeep({ toKeep }: Pick<PlanCalendar["lines"][number], "toKeep">) {
  const { say } = useWords();
  if (!toKeep) return null;
  if (toKeep.changes.length === 0) return say(toKeep.says);
  return toKeep.changes.map(({ duration, says }) => <p key={duration}>{say(says)}</p>);
}
