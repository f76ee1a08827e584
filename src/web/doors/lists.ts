import { queryOptions } from "@tanstack/react-query";
import { listForm } from "#api/contract/kept";
import { listRemovedForm, listsForm, membersForm, openListForm } from "#api/contract/lists";
import { ask } from "./ask.ts";

export const listsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["lists", workspace],
    queryFn: () => ask("lists", listsForm, { query: { workspace } }),
  });

export const listQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["lists", workspace, id],
    queryFn: () => ask(`lists/${id}`, openListForm, { query: { workspace } }),
  });

export const saveList = (workspace: string, id: string | null, name: string) =>
  ask("lists", listForm, { method: "PUT", query: { workspace }, body: { id, name } });

export const removeList = (workspace: string, id: string) =>
  ask(`lists/${id}`, listRemovedForm, { method: "DELETE", query: { workspace } });

/** Puts creators into a list, or takes them out. */
export const changeMembers = (
  workspace: string,
  id: string,
  method: "PUT" | "DELETE",
  creatorIds: readonly string[],
) => ask(`lists/${id}/members`, membersForm, { method, query: { workspace }, body: { creatorIds } });
