import type { PlanDocument } from "#core/planner/planDocument";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";

/** What paid boosting buys: apart from the creators, whose result it is not. */
export function BoostSection({ boost }: { boost: NonNullable<PlanDocument["boost"]> }) {
  const { t, say } = useWords();
  return (
    <Section title={t("plan.sections.boost")}>
      {boost.says.map((each) => (
        <p key={each.key}>{say(each)}</p>
      ))}
    </Section>
  );
}
