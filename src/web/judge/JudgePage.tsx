import { Button, Progress } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { JudgeRunForm } from "#api/contract/judgements";
import { ImportCard } from "../creators/ImportCard.tsx";
import { judgementQuery, stopJudgement } from "../doors/judgements.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { JudgeAnswer } from "./JudgeAnswer.tsx";
import { JudgeForm } from "./JudgeForm.tsx";
import "../creators/creators.css";
import "./judge.css";

/** Somebody's list against the best plan for the same money; nobody is imported unless the reader says so. */
export function JudgePage() {
  const { t } = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { run: runId } = useSearch({ from: "/$workspace/judge" });
  const [list, setList] = useState<File | null>(null);
  const [importing, setImporting] = useState(false);
  useTitle(t("judge.title"));
  const go = (run?: string) =>
    navigate({ to: "/$workspace/judge", params: { workspace }, search: run === undefined ? {} : { run } });
  if (runId === undefined)
    return (
      <JudgeForm
        onStarted={(id, file) => {
          setList(file);
          setImporting(false);
          void go(id);
        }}
      />
    );
  return (
    <div className="stack">
      <JudgeRun runId={runId} />
      <div className="row no-print">
        <Button variant="default" onClick={() => void go()}>
          {t("judge.another")}
        </Button>
        {list !== null && !importing && (
          <Button variant="default" onClick={() => setImporting(true)}>
            {t("judge.import")}
          </Button>
        )}
      </div>
      {list !== null && importing && <ImportCard file={list} onClose={() => setImporting(false)} />}
    </div>
  );
}

function JudgeRun({ runId }: { runId: string }) {
  const { t } = useWords();
  const run = useQuery(judgementQuery(useWorkspace(), runId));
  if (run.isPending) return <Waiting />;
  if (run.isError) return <ErrorNotice error={run.error} />;
  const { document, error } = run.data;
  if (document !== null) return <JudgeAnswer document={document} />;
  if (error === null) return <Running runId={runId} run={run.data} />;
  return (
    <div className="notice notice-error" role="alert">
      <strong>{t("judge.failed")}</strong>
      <p>
        {error.at && <code>{error.at}</code>} {error.message}
      </p>
    </div>
  );
}

function Running({ runId, run }: { runId: string; run: JudgeRunForm }) {
  const { t, number } = useWords();
  const workspace = useWorkspace();
  const stop = useMutation({ mutationFn: () => stopJudgement(workspace, runId) });
  return (
    <div className="stack">
      <h1>{t("judge.running")}</h1>
      <Progress
        value={Math.min(100, (run.secondsGone / run.secondsMax) * 100)}
        size="lg"
        aria-label={t("judge.running")}
      />
      <p className="quiet" aria-live="polite">
        {t(`plans.step.${run.step}`)} ·{" "}
        {t("plans.seconds", { seconds: number(run.secondsGone), max: number(run.secondsMax) })}
      </p>
      <div>
        <Button variant="default" onClick={() => stop.mutate()} disabled={stop.isPending || stop.isSuccess}>
          {t("plans.stop")}
        </Button>
      </div>
      {stop.isError && <ErrorNotice error={stop.error} />}
    </div>
  );
}
