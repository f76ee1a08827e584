import type { PlanDocument } from "#core/planner/planDocument";
import { useWords } from "../words/words.tsx";
import { AlternativesTable } from "./AlternativesTable.tsx";
import { Section } from "./Section.tsx";

/** Every way to use the money side by side, doing nothing among them; none is set in larger type than another. */
export function Alternatives({ plan }: { plan: PlanDocument }) {
  const { t, say } = useWords();
  if (plan.comparison.length === 0) return null;
  return (
    <Section title={t("plan.sections.alternatives")} lede={t("plan.alternativesLede")}>
      <AlternativesTable
        entries={plan.comparison}
        scale={plan.forecast ?? { unit: "people", rough: true }}
        currency={plan.currency}
        metricName={plan.forecast ? t(`metric.${plan.forecast.metric}`) : t("plan.result")}
      />
      <ul className="says">
        {plan.comparison.map((entry) => (
          <li key={entry.kind}>
            <strong>{t(`kind.${entry.kind}`)}</strong> {say(entry.sentence)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
