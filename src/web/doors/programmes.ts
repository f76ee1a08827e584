import { queryOptions } from "@tanstack/react-query";
import {
  programmeForm,
  programmeListForm,
  programmePlanForm,
  programmePlanListForm,
  programmePlanRequest,
  programmeRunForm,
} from "#api/contract/programmes";
import { runStarted } from "#api/contract/runs";
import { ask } from "./ask.ts";
import { runQuery, stopRun } from "./runs.ts";

export const programmesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["programmes", workspace],
    queryFn: () => ask("programmes", programmeListForm, { query: { workspace } }),
  });

export const programmeQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["programmes", workspace, id],
    queryFn: () => ask(`programmes/${id}`, programmeForm, { query: { workspace } }),
  });

export const saveProgramme = (
  workspace: string,
  id: string | null,
  document: Readonly<Record<string, unknown>>,
) => ask("programmes", programmeForm, { method: "POST", query: { workspace }, body: { id, document } });

export const programmePlansQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["programme-plans", workspace],
    queryFn: () => ask("programme-plans", programmePlanListForm, { query: { workspace } }),
  });

export const programmePlanQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["programme-plans", workspace, id],
    queryFn: () => ask(`programme-plans/${id}`, programmePlanForm, { query: { workspace } }),
  });

export const startProgrammePlan = (workspace: string, programmeId: string, seconds: number) =>
  ask("programme-plans", runStarted, {
    method: "POST",
    query: { workspace },
    body: programmePlanRequest.parse({ programmeId, seconds }),
  });

export const programmeRunQuery = (workspace: string, runId: string) =>
  runQuery("programme-runs", programmeRunForm, workspace, runId);

export const stopProgrammeRun = (workspace: string, runId: string) =>
  stopRun("programme-runs", programmeRunForm, workspace, runId);
