import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ImportCard } from "../creators/ImportCard.tsx";
import { judgementQuery, stopJudgement } from "../doors/judgements.ts";
import { listQuery } from "../doors/lists.ts";
import { listCsv } from "../lists/listCsv.ts";
import { RunView } from "../runs/RunView.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { JudgeAnswer } from "./JudgeAnswer.tsx";
import { JudgeForm } from "./JudgeForm.tsx";
import "../creators/creators.css";
import "./judge.css";

const STEPS = ["audience", "search", "forecast", "comparison"] as const;

/** Somebody's list against the best plan for the same money; nobody is imported unless the reader says so. */
export function JudgePage() {
  const { t } = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { run: runId, list: listId, brief } = useSearch({ from: "/$workspace/judge" });
  const own = useQuery({ ...listQuery(workspace, listId ?? ""), enabled: listId !== undefined });
  const [list, setList] = useState<File | null>(null);
  const [importing, setImporting] = useState(false);
  useTitle(t("judge.title"));
  const go = (run?: string) =>
    navigate({ to: "/$workspace/judge", params: { workspace }, search: run === undefined ? {} : { run } });
  if (runId === undefined && listId !== undefined && own.isPending) return <Waiting />;
  if (runId === undefined && own.isError) return <ErrorNotice error={own.error} />;
  if (runId === undefined)
    return (
      <JudgeForm
        given={own.data ? new File([listCsv(own.data.creators)], `${own.data.list.name}.csv`) : null}
        briefId={brief ?? null}
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
  const workspace = useWorkspace();
  const run = useQuery(judgementQuery(workspace, runId));
  if (run.isPending) return <Waiting />;
  if (run.isError) return <ErrorNotice error={run.error} />;
  if (run.data.document !== null) return <JudgeAnswer document={run.data.document} />;
  return (
    <RunView
      run={run.data}
      steps={STEPS}
      title={t("judge.running")}
      failed={t("judge.failed")}
      onStop={() => stopJudgement(workspace, runId)}
    />
  );
}
