import { queryOptions } from "@tanstack/react-query";
import { planForm, planListForm, planRequest, planRunForm, planStarted } from "#api/contract/plans";
import { ask } from "./ask.ts";

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

/** Asked again every half second while the run goes on. */
export const planRunQuery = (workspace: string, runId: string) =>
  queryOptions({
    queryKey: ["plan-runs", workspace, runId],
    queryFn: () => ask(`plan-runs/${runId}`, planRunForm, { query: { workspace } }),
    refetchInterval: (query) => (query.state.data?.state === "running" || !query.state.data ? 500 : false),
  });

export const startPlan = (workspace: string, briefId: string, seconds: number) =>
  ask("plans", planStarted, {
    method: "POST",
    query: { workspace },
    body: planRequest.parse({ briefId, seconds }),
  });

export const stopPlan = (workspace: string, runId: string) =>
  ask(`plan-runs/${runId}/stop`, planRunForm, { method: "POST", query: { workspace } });

export const approvePlan = (workspace: string, id: string) =>
  ask(`plans/${id}/approval`, planForm, { method: "POST", query: { workspace } });
