import { Link } from "@tanstack/react-router";
import type { PlanForm } from "#api/contract/plans";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";

/** What the plan has otherwise than the one before it, of the same brief. */
export function SinceSection({
  since,
  workspace,
}: {
  since: NonNullable<PlanForm["since"]>;
  workspace: string;
}) {
  const { t, say, date } = useWords();
  return (
    <Section title={t("plan.sections.since")}>
      <ul className="says">
        {since.changes.says.map((words, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may be said in the same words
          <li key={i}>{say(words)}</li>
        ))}
      </ul>
      <Link to="/$workspace/plans/$planId" params={{ workspace, planId: since.planId }}>
        {t("plan.sinceOpen", { date: date(since.madeOn) })}
      </Link>
    </Section>
  );
}
