import { queryOptions } from "@tanstack/react-query";
import {
  type EvidenceRequest,
  evidenceListForm,
  evidenceRequest,
  evidenceRow,
  keptFileForm,
} from "#api/contract/evidence";
import { ask } from "./ask.ts";

export const evidenceQuery = (workspace: string, creatorId: string) =>
  queryOptions({
    queryKey: ["creators", workspace, creatorId, "evidence"],
    queryFn: () => ask(`creators/${creatorId}/evidence`, evidenceListForm, { query: { workspace } }),
  });

/** Keeps the file first; the figures then name it by its hash. */
export async function attachFile(
  workspace: string,
  creatorId: string,
  file: File,
  typed: Omit<EvidenceRequest, "file">,
) {
  const kept = await ask("evidence-files", keptFileForm, {
    method: "POST",
    query: { workspace },
    body: file,
  });
  return ask(`creators/${creatorId}/evidence`, evidenceRow, {
    method: "POST",
    query: { workspace },
    body: evidenceRequest.parse({ ...typed, file: { ...kept, name: file.name } }),
  });
}

export const markEvidence = (workspace: string, id: string, verb: "remove" | "restore") =>
  ask(`evidence/${id}/${verb}`, evidenceRow, { method: "POST", query: { workspace }, body: {} });

export const evidenceAddress = (workspace: string, id: string) =>
  `/api/v1/evidence/${id}/file?workspace=${encodeURIComponent(workspace)}`;
