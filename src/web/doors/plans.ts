import { queryOptions } from "@tanstack/react-query";
import { planForm, planListForm, planRequest, planRunForm } from "#api/contract/plans";
import { runStarted } from "#api/contract/runs";
import { ask } from "./ask.ts";
import { runQuery, stopRun } from "./runs.ts";

export const plansQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["plans", workspace],
    queryFn: () => ask("plans", planListForm, { query: { workspace } }),
  });

export const planQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["plans", workspace, id],
    queryFn: () => ask(`plans/${id}`, planForm, { query: { workspace } }),
  });

export const planRunQuery = (workspace: string, runId: string) =>
  runQuery("plan-runs", planRunForm, workspace, runId);

/** `list`: id of the list whose creators alone are planned with. */
export const startPlan = (workspace: string, briefId: string, seconds: number, list?: string) =>
  ask("plans", runStarted, {
    method: "POST",
    query: { workspace },
    body: planRequest.parse({ briefId, seconds, list }),
  });

export const stopPlan = (workspace: string, runId: string) =>
  stopRun("plan-runs", planRunForm, workspace, runId);

export const approvePlan = (workspace: string, id: string) =>
  ask(`plans/${id}/approval`, planForm, { method: "POST", query: { workspace } });
