import { Link } from "@tanstack/react-router";
import type { PlanDocument, PlanList } from "#core/planner/planDocument";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** The one sentence a boss understands, then the bad case and the money lost in it. */
export function PlanHead({
  plan,
  name,
  rough,
  badCase = null,
  list = null,
}: {
  plan: Pick<PlanDocument, "head" | "madeOn" | "status" | "conflict" | "conflictSays" | "warnings">;
  name: string;
  rough: boolean;
  badCase?: PlanDocument["badCase"];
  list?: PlanDocument["list"];
}) {
  const { t, say, date } = useWords();
  return (
    <header className="plan-head">
      <p className="plan-name">
        {name} <span className="quiet">{t("plan.madeOn", { date: date(plan.madeOn) })}</span>
        {rough && <strong className="rough-tag">{t("plan.rough")}</strong>}
      </p>
      {list && <ChosenFrom list={list} />}
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

function ChosenFrom({ list: { id, says } }: { list: PlanList }) {
  const { say } = useWords();
  const workspace = useWorkspace();
  return (
    <p>
      <Link to="/$workspace/lists/$listId" params={{ workspace, listId: id }}>
        {say(says)}
      </Link>
    </p>
  );
}
