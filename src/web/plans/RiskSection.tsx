import type { Sentence } from "#core/sentence";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";

/** What a plan for bad outcomes gains there and costs on average. */
export function RiskSection({ says }: { says: readonly Sentence[] }) {
  const { t, say } = useWords();
  return (
    <Section title={t("plan.sections.risk")}>
      {says.map((words) => (
        <p key={words.key}>{say(words)}</p>
      ))}
    </Section>
  );
}
