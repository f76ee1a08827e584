import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { RunForm } from "#api/contract/runs";
import { ask } from "./ask.ts";

type RunDoor = "plan-runs" | "judgements" | "programme-runs";

/** Asked again every half second while the run goes on. */
export const runQuery = <Form extends z.ZodType<RunForm>>(
  door: RunDoor,
  form: Form,
  workspace: string,
  runId: string,
) =>
  queryOptions({
    queryKey: [door, workspace, runId],
    queryFn: () => ask(`${door}/${runId}`, form, { query: { workspace } }),
    refetchInterval: (query) => (query.state.data?.state === "running" || !query.state.data ? 500 : false),
  });

/** Ends it with what it has so far. */
export const stopRun = <Form extends z.ZodType<RunForm>>(
  door: RunDoor,
  form: Form,
  workspace: string,
  runId: string,
) => ask(`${door}/${runId}/stop`, form, { method: "POST", query: { workspace } });
