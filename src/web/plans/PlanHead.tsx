import type { PlanDocument } from "#core/planner/planDocument";
import { useWords } from "../words/words.tsx";

/** The one sentence a boss understands, then the bad case and the money lost in it. */
export function PlanHead({ plan, name }: { plan: PlanDocument; name: string }) {
  const { t, say, date } = useWords();
  return (
    <header className="plan-head">
      <p className="plan-name">
        {name} <span className="quiet">{t("plan.madeOn", { date: date(plan.madeOn) })}</span>
        {plan.forecast?.rough && <strong className="rough-tag">{t("plan.rough")}</strong>}
      </p>
      <h1 className="plan-sentence">{say(plan.head)}</h1>
      {plan.badCase && <p className="bad-case">{say(plan.badCase)}</p>}
      {plan.forecast?.rough && <p className="lede">{t("plan.roughSays")}</p>}
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
