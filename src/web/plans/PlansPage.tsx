import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { plansQuery } from "../doors/plans.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./plans.css";

export function PlansPage() {
  const workspace = useWorkspace();
  const { t, say, date } = useWords();
  const plans = useQuery(plansQuery(workspace));
  useTitle(t("plans.title"));
  if (plans.isPending) return <Waiting />;
  if (plans.isError) return <ErrorNotice error={plans.error} />;
  if (plans.data.plans.length === 0)
    return (
      <Empty title={t("plans.none")} says={t("plans.noneSays")}>
        <Button component={Link} to={`/${workspace}/briefs`}>
          {t("plans.toBriefs")}
        </Button>
      </Empty>
    );
  return (
    <>
      <h1>{t("plans.title")}</h1>
      <ul className="plan-list">
        {plans.data.plans.map((plan) => (
          <li key={plan.id}>
            <Link to="/$workspace/plans/$planId" params={{ workspace, planId: plan.id }}>
              {plan.name}
            </Link>{" "}
            <span className="quiet">
              {plan.approvedOn === null
                ? t("plan.madeOn", { date: date(plan.madeOn) })
                : t("plans.approved", { date: date(plan.approvedOn) })}
            </span>
            <p>{say(plan.head)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
