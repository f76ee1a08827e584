import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { historyForm } from "#api/contract/history";
import { type ContactRequest, type KeptForm, keptForm, taggedForm, tagsForm } from "#api/contract/kept";
import { ask } from "./ask.ts";

export const keptQuery = (workspace: string, creatorId: string) =>
  queryOptions({
    queryKey: ["creators", workspace, "kept", creatorId],
    queryFn: () => ask(`creators/${creatorId}/kept`, keptForm, { query: { workspace } }),
  });

export const tagsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["tags", workspace],
    queryFn: () => ask("tags", tagsForm, { query: { workspace } }),
  });

export const creatorEventsQuery = (workspace: string, creatorId: string) =>
  queryOptions({
    queryKey: ["events", workspace, "creator", creatorId],
    queryFn: () => ask(`creators/${creatorId}/events`, historyForm, { query: { workspace } }),
  });

/** What can be done about a creator: a path below theirs, how, and what with. */
export interface KeptChange {
  readonly path: string;
  readonly method: "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
}

export const changes = {
  tag: (tag: string): KeptChange => ({ path: "tags", method: "PUT", body: { tag } }),
  untag: (tag: string): KeptChange => ({ path: `tags/${encodeURIComponent(tag)}`, method: "DELETE" }),
  note: (text: string): KeptChange => ({ path: "notes", method: "POST", body: { text } }),
  removeNote: (id: string): KeptChange => ({ path: `notes/${id}`, method: "DELETE" }),
  craft: (mark: number | null, note: string | null): KeptChange => ({
    ...{ path: "craft", method: "PUT", body: { mark, note } },
  }),
  contact: (body: ContactRequest): KeptChange => ({ path: "contacts", method: "POST", body }),
  eraseContact: (id: string): KeptChange => ({ path: `contacts/${id}`, method: "DELETE" }),
  contacted: (onDate: string, note: string | null): KeptChange => ({
    ...{ path: "contacted", method: "POST", body: { onDate, note } },
  }),
  removeContacted: (id: string): KeptChange => ({ path: `contacted/${id}`, method: "DELETE" }),
  merge: (mergedId: string): KeptChange => ({ path: "merges", method: "POST", body: { mergedId } }),
  split: (id: string): KeptChange => ({ path: `merges/${id}`, method: "DELETE" }),
} as const;

/** Changes what is kept about a creator; the answer shows at once, and all that rests on it is asked anew. */
export function useKeptChange(workspace: string, creatorId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method, body }: KeptChange) =>
      ask(`creators/${creatorId}/${path}`, keptForm, {
        method,
        query: { workspace },
        ...(body ? { body } : {}),
      }),
    onSuccess: (kept: KeptForm, { path }) => {
      client.setQueryData(keptQuery(workspace, creatorId).queryKey, kept);
      void client.invalidateQueries({ queryKey: ["events", workspace] });
      if (path.startsWith("tags")) void client.invalidateQueries({ queryKey: ["tags", workspace] });
      if (path.startsWith("merges")) void client.invalidateQueries();
    },
  });
}

/** Says that two creators are one; the first is kept. */
export const mergeCreators = (workspace: string, keptId: string, mergedId: string) =>
  ask(`creators/${keptId}/merges`, keptForm, { method: "POST", query: { workspace }, body: { mergedId } });

/** Tags creators in one change. */
export const tagCreators = (workspace: string, creatorIds: readonly string[], tag: string) =>
  ask("tags", taggedForm, { method: "PUT", query: { workspace }, body: { tag, creatorIds } });
