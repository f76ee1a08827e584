import { addDays, daysBetween, type IsoDate } from "#core/period";
import type { PlanCalendar } from "#core/planner/planCalendar";
import type { PlanDocument } from "#core/planner/planDocument";
import type { CalendarStep } from "#core/planner/stepsBack";
import { sentence } from "#core/sentence";
import { useWords } from "../words/words.tsx";
import "./calendar.css";

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kind: "step" | "peak" | "stop";
}

/** Steps, peaks and free days over the weeks of the campaign; the table below it says the same in words. */
export function CalendarStrip({
  plan,
  calendar,
  steps,
}: {
  plan: PlanDocument;
  calendar: PlanCalendar;
  steps: readonly CalendarStep[];
}) {
  const { say, t, date, language } = useWords();
  const ofSteps = steps.map((name): Bar => {
    const days = calendar.lines
      .flatMap((line) => line.steps.flatMap(({ step, latest }) => (step === name ? [latest] : [])))
      .toSorted();
    const label = say(sentence(`plan.calendar.step.${name}`));
    return { key: name, label, from: days[0]!, to: days.at(-1)!, kind: "step" };
  });
  const peaks = calendar.peaks.map(
    ({ slug, names, on, from, to, stops }): Bar => ({
      ...{ key: `${slug} ${on}`, label: names[language] },
      ...(stops ? { ...stops, kind: "stop" } : { from, to, kind: "peak" }),
    }),
  );
  const free = calendar.blackouts.map(
    ({ from, to, why }): Bar => ({
      ...{ key: `free ${from} ${to}`, label: why ?? t("plan.calendarFree"), from, to, kind: "stop" },
    }),
  );
  const last = ofSteps
    .map((bar) => bar.to)
    .toSorted()
    .at(-1)!;
  const start = [plan.madeOn, ofSteps[0]!.from].toSorted()[0]!;
  const end = addDays(last, 7);
  const total = daysBetween(start, end) + 1;
  const at = (day: IsoDate) => (100 * Math.min(Math.max(daysBetween(start, day), 0), total)) / total;
  const shown = [...ofSteps, ...peaks, ...free].filter(({ from, to }) => from <= end && to >= start);
  return (
    <div className="calendar-strip" aria-hidden="true">
      {shown.map(({ key, label, from, to, kind }) => (
        <div key={key} className="calendar-row">
          <span>{label}</span>
          <div className="calendar-track" style={{ backgroundSize: `${700 / total}% 100%` }}>
            <i
              className={`calendar-${kind}`}
              style={{ insetInlineStart: `${at(from)}%`, width: `${at(addDays(to, 1)) - at(from)}%` }}
            />
          </div>
        </div>
      ))}
      <div className="calendar-row quiet">
        <span />
        <div className="calendar-ends">
          <span>{date(start)}</span>
          <span>{date(end)}</span>
        </div>
      </div>
    </div>
  );
}
