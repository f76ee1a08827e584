import type { PlanDocument } from "#core/planner/planDocument";
import { useWords } from "../words/words.tsx";

/** The one sentence a boss understands, then the bad case and the money lost in it. */
export function PlanHead({
  plan,
  name,
  rough,
  badCase = null,
}: {
  plan: Pick<PlanDocument, "head" | "madeOn" | "status" | "conflict" | "conflictSays" | "warnings">;
  name: string;
  rough: boolean;
  badCase?: PlanDocument["badCase"];
}) {
  const { t, say, date } = useWords();
  return (
    <header className="plan-head">
      <p className="plan-name">
        {name} <span className="quiet">{t("plan.madeOn", { date: date(plan.madeOn) })}</span>
        {rough && <strong className="rough-tag">{t("plan.rough")}</strong>}
      </p>
      <h1 className="plan-sentence">{say(plan.head)}</h1>
      {badCase && <p className="bad-case">{say(badCase)}</p>}
      {rough && <p className="lede">{t("plan.roughSays")}</p>}
      {plan.status !== "ok" && plan.conflict && (
        <div className="sheet">
          <p>{t("plan.conflict")}</p>
          <ul>
            {plan.conflictSays.map((row) => (
              <li key={say(row)}>{say(row)}</li>
            ))}
          </ul>
        </div>
      )}
      {plan.warnings.length > 0 && (
        <ul className="plan-warnings">
          {plan.warnings.map((warning) => (
            <li key={say(warning)}>{say(warning)}</li>
          ))}
        </ul>
      )}
    </header>
  );
}
