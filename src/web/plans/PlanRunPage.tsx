import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { amount, spoken } from "#core/planner/amount";
import { sentence } from "#core/sentence";
import { announceChange } from "../doors/changes.ts";
import { planRunQuery, stopPlan } from "../doors/plans.ts";
import { RunView } from "../runs/RunView.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

const STEPS = ["audience", "search", "forecast", "budgets", "comparison"] as const;

/** Planning under way, with the best plan so far counted in its metric. */
export function PlanRunPage() {
  const workspace = useWorkspace();
  const { runId = "" } = useParams({ strict: false });
  const { t, say } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const run = useQuery(planRunQuery(workspace, runId));
  const planId = run.data?.planId ?? null;
  useTitle(t("plans.run"));
  useEffect(() => {
    if (planId === null) return;
    announceChange();
    void client.invalidateQueries({ queryKey: ["plans", workspace] });
    void navigate({ to: "/$workspace/plans/$planId", params: { workspace, planId }, replace: true });
  }, [planId, workspace, navigate, client]);
  if (run.isPending) return <Waiting />;
  if (run.isError) return <ErrorNotice error={run.error} />;
  const { value, upperBound, metric, currency, briefId, listId } = run.data;
  const counted = (figure: number) => amount(metric, spoken(figure, false), currency);
  const soFar =
    value === null || upperBound === null
      ? ""
      : say(sentence("web.plans.soFar", { value: counted(value), upperBound: counted(upperBound) }));
  return (
    <RunView
      run={run.data}
      steps={STEPS}
      title={t("plans.run")}
      failed={t("plans.failed")}
      note={soFar}
      onStop={() => stopPlan(workspace, runId)}
      back={
        <p className="row">
          {listId !== null && (
            <Link to="/$workspace/lists/$listId" params={{ workspace, listId }}>
              {t("plan.toList")}
            </Link>
          )}
          <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId }}>
            {t("plan.toBrief")}
          </Link>
        </p>
      }
    />
  );
}
