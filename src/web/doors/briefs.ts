import { queryOptions } from "@tanstack/react-query";
import { briefForm, briefListForm } from "#api/contract/briefs";
import { ask } from "./ask.ts";

export const briefsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["briefs", workspace],
    queryFn: () => ask("briefs", briefListForm, { query: { workspace } }),
  });

export const briefQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["briefs", workspace, id],
    queryFn: () => openBrief(workspace, id),
  });

/** The newest version, as it is now. */
export const openBrief = (workspace: string, id: string) =>
  ask(`briefs/${id}`, briefForm, { query: { workspace } });

export const saveBrief = (
  workspace: string,
  id: string | null,
  document: Readonly<Record<string, unknown>>,
) => ask("briefs", briefForm, { method: "POST", query: { workspace }, body: { id, document } });
