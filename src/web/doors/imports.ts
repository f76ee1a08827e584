import { queryOptions } from "@tanstack/react-query";
import { type ImportChoices, importChoices, importPreview, importState } from "#api/contract/imports";
import { ask } from "./ask.ts";

/** Sends the bytes as they are; the name tells Chorale about platform and day. */
export const uploadFile = (workspace: string, file: File) =>
  ask("imports", importPreview, { method: "POST", query: { workspace, name: file.name }, body: file });

export const previewImport = (workspace: string, id: string, choices: ImportChoices) =>
  ask(`imports/${id}/preview`, importPreview, {
    method: "POST",
    query: { workspace },
    body: importChoices.parse(choices),
  });

export const startImport = (workspace: string, id: string, choices: ImportChoices) =>
  ask(`imports/${id}/start`, importState, {
    method: "POST",
    query: { workspace },
    body: importChoices.parse(choices),
  });

export const importQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["imports", workspace, id],
    queryFn: () => ask(`imports/${id}`, importState, { query: { workspace } }),
    refetchInterval: (query) => (query.state.data?.state === "running" ? 400 : false),
  });

export const rejectsAddress = (workspace: string, id: string) =>
  `/api/v1/imports/${id}/rejects?workspace=${encodeURIComponent(workspace)}`;

export const templateAddress = (language: string) => `/api/v1/imports/template.xlsx?lang=${language}`;
