import { DURATIONS } from "#core/brief/brief";
import { useWords } from "../words/words.tsx";
import { BlackoutField } from "./BlackoutField.tsx";
import { FormGroup } from "./FormGroup.tsx";
import { NumberField } from "./fields.tsx";

/** When nobody works, and how long each step takes this brand. */
export function BriefCalendar() {
  const { t } = useWords();
  return (
    <FormGroup title={t("brief.group.calendar")} says={t("brief.calendarHint")}>
      <BlackoutField />
      {DURATIONS.map((name) => (
        <NumberField key={name} path={`calendar.durations.${name}`} label={t(`brief.duration.${name}`)} />
      ))}
    </FormGroup>
  );
}
