import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { announceChange } from "../doors/changes.ts";
import { programmeRunQuery, stopProgrammeRun } from "../doors/programmes.ts";
import { RunView } from "../runs/RunView.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

const STEPS = ["audience", "search", "forecast", "comparison"] as const;

/** Sharing the money under way, and whose plan is being written by now. */
export function ProgrammeRunPage() {
  const workspace = useWorkspace();
  const { runId = "" } = useParams({ strict: false });
  const { t } = useWords();
  const word = useProgrammeWord();
  const navigate = useNavigate();
  const client = useQueryClient();
  const run = useQuery(programmeRunQuery(workspace, runId));
  const planId = run.data?.planId ?? null;
  useTitle(word("run"));
  useEffect(() => {
    if (planId === null) return;
    announceChange();
    void client.invalidateQueries({ queryKey: ["programme-plans", workspace] });
    void navigate({
      to: "/$workspace/programme-plans/$planId",
      params: { workspace, planId },
      replace: true,
    });
  }, [planId, workspace, navigate, client]);
  if (run.isPending) return <Waiting />;
  if (run.isError) return <ErrorNotice error={run.error} />;
  const { campaign, programmeId } = run.data;
  return (
    <RunView
      run={run.data}
      steps={STEPS}
      title={word("run")}
      failed={t("plans.failed")}
      {...(campaign === null ? {} : { note: word("describing", { campaign }) })}
      onStop={() => stopProgrammeRun(workspace, runId)}
      back={
        <Link to="/$workspace/programmes/$programmeId" params={{ workspace, programmeId }}>
          {word("toProgramme")}
        </Link>
      }
    />
  );
}
