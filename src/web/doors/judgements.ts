import { type JudgeRequestForm, judgeRunForm } from "#api/contract/judgements";
import { runStarted } from "#api/contract/runs";
import { ask } from "./ask.ts";
import { runQuery, stopRun } from "./runs.ts";

export const startJudgement = (workspace: string, list: Blob, { seconds, ...asked }: JudgeRequestForm) =>
  ask("judgements", runStarted, {
    method: "POST",
    query: { workspace, ...asked, seconds: Number(seconds ?? 5), seed: 1 },
    body: list,
  });

export const judgementQuery = (workspace: string, runId: string) =>
  runQuery("judgements", judgeRunForm, workspace, runId);

export const stopJudgement = (workspace: string, runId: string) =>
  stopRun("judgements", judgeRunForm, workspace, runId);
