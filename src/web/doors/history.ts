import { infiniteQueryOptions } from "@tanstack/react-query";
import { historyForm, undoneForm } from "#api/contract/history";
import { ask } from "./ask.ts";

const PAGE = 50;

export const historyQuery = (workspace: string) =>
  infiniteQueryOptions({
    queryKey: ["events", workspace],
    queryFn: ({ pageParam }) =>
      ask("events", historyForm, { query: { workspace, limit: PAGE, before: pageParam } }),
    initialPageParam: "",
    getNextPageParam: ({ events }) => (events.length < PAGE ? undefined : events.at(-1)?.id),
  });

/** The newest thing that was done, or null. */
export async function newestEvent(workspace: string) {
  const { events } = await ask("events", historyForm, { query: { workspace, limit: 1 } });
  return events[0] ?? null;
}

export const undoEvent = (workspace: string, id: string) =>
  ask(`events/${id}/undo`, undoneForm, { method: "POST", query: { workspace }, body: {} });

/** Whether anything was ever done in a workspace; where that cannot be asked, it is taken for begun. */
export const hasBegun = (workspace: string): Promise<boolean> =>
  newestEvent(workspace).then(
    (event) => event !== null,
    () => true,
  );
