import { queryOptions } from "@tanstack/react-query";
import { type JudgeRequestForm, judgeRunForm, judgeStarted } from "#api/contract/judgements";
import { ask } from "./ask.ts";

export const startJudgement = (workspace: string, list: Blob, { seconds, ...asked }: JudgeRequestForm) =>
  ask("judgements", judgeStarted, {
    method: "POST",
    query: { workspace, ...asked, seconds: Number(seconds ?? 5), seed: 1 },
    body: list,
  });

/** Asked again every half second while it goes on. */
export const judgementQuery = (workspace: string, runId: string) =>
  queryOptions({
    queryKey: ["judgements", workspace, runId],
    queryFn: () => ask(`judgements/${runId}`, judgeRunForm, { query: { workspace } }),
    refetchInterval: (query) => (query.state.data?.state === "running" ? 500 : false),
  });

export const stopJudgement = (workspace: string, runId: string) =>
  ask(`judgements/${runId}/stop`, judgeRunForm, { method: "POST", query: { workspace } });
