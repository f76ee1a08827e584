import { Button, Progress } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import type { PlanRunForm } from "#api/contract/plans";
import { amount, spoken } from "#core/planner/amount";
import { sentence } from "#core/sentence";
import { announceChange } from "../doors/changes.ts";
import { planRunQuery, stopPlan } from "../doors/plans.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./plans.css";

const STEPS = ["audience", "search", "forecast", "budgets", "comparison"] as const;

/** Planning under way: what it is doing, how good it is by now, and a stop that keeps the plan so far. */
export function PlanRunPage() {
  const workspace = useWorkspace();
  const { runId = "" } = useParams({ strict: false });
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const run = useQuery(planRunQuery(workspace, runId));
  const stop = useMutation({ mutationFn: () => stopPlan(workspace, runId) });
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
  return (
    <div className="run">
      <h1>{t("plans.run")}</h1>
      {run.data.state === "failed" ? (
        <div className="notice notice-error" role="alert">
          <strong>{t("plans.failed")}</strong>
          <p>
            {run.data.error?.at && <code>{run.data.error.at}</code>} {run.data.error?.message}
          </p>
        </div>
      ) : (
        <>
          <RunStages run={run.data} />
          <div>
            <Button
              variant="default"
              onClick={() => stop.mutate()}
              disabled={stop.isPending || stop.isSuccess}
            >
              {t("plans.stop")}
            </Button>
          </div>
        </>
      )}
      {stop.isError && <ErrorNotice error={stop.error} />}
    </div>
  );
}

function RunStages({ run }: { run: PlanRunForm }) {
  const { t, number, say } = useWords();
  const counted = (value: number) => amount(run.metric, spoken(value, false), run.currency);
  const now = STEPS.indexOf(run.step);
  return (
    <>
      <Progress
        value={Math.min(100, (run.secondsGone / run.secondsMax) * 100)}
        size="lg"
        aria-label={t("plans.run")}
      />
      <ol aria-live="polite">
        {STEPS.map((step, i) => (
          <li key={step} className={i < now ? "past" : i === now ? "now" : undefined}>
            {t(`plans.step.${step}`)}
          </li>
        ))}
      </ol>
      <p className="quiet">
        {t("plans.seconds", { seconds: number(run.secondsGone), max: number(run.secondsMax) })}
        {run.value !== null &&
          run.upperBound !== null &&
          ` · ${say(sentence("web.plans.soFar", { value: counted(run.value), upperBound: counted(run.upperBound) }))}`}
      </p>
    </>
  );
}
