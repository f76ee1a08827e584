import { queryOptions } from "@tanstack/react-query";
import { searchesForm, searchForm, searchIdForm } from "#api/contract/searches";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { ask } from "./ask.ts";

export const searchesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["searches", workspace],
    queryFn: () => ask("searches", searchesForm, { query: { workspace } }),
  });

/** With an id, its new name or what it now asks. */
export const saveSearch = (
  workspace: string,
  search: { readonly id: string | null; readonly name: string; readonly params: FindParams },
) => ask("searches", searchForm, { method: "PUT", query: { workspace }, body: search });

export const removeSearch = (workspace: string, id: string) =>
  ask(`searches/${id}`, searchIdForm, { method: "DELETE", query: { workspace } });

/** Says that the new ones were looked at; refused when others are new by now than were shown. */
export const seeSearch = (workspace: string, id: string, shown: number | null) =>
  ask(`searches/${id}/seen`, searchIdForm, { method: "POST", query: { workspace }, body: { shown } });
