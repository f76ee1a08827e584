import { MultiSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ListRow } from "#api/contract/kept";
import { changeMembers, listsQuery } from "../doors/lists.ts";
import { NewList } from "../lists/NewList.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useKeptWords } from "./keptWords.ts";

/** The lists that a creator stands in, and a new one. */
export function ListsPart({ creatorId, lists }: { creatorId: string; lists: readonly ListRow[] }) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const all = useQuery(listsQuery(workspace)).data?.lists ?? lists;
  const refresh = () =>
    Promise.all(
      ["lists", "creators", "events"].map((noun) =>
        client.invalidateQueries({ queryKey: [noun, workspace] }),
      ),
    );
  const move = useMutation({
    mutationFn: ({ id, method }: { readonly id: string; readonly method: "PUT" | "DELETE" }) =>
      changeMembers(workspace, id, method, [creatorId]),
    onSuccess: refresh,
  });
  const ids = lists.map(({ id }) => id);
  return (
    <div className="stack">
      <MultiSelect
        label={word("lists")}
        placeholder={ids.length === 0 ? word("noLists") : ""}
        searchable
        data={all.map((list) => ({ value: list.id, label: list.name }))}
        value={ids}
        onChange={(next) => {
          const added = next.find((id) => !ids.includes(id));
          const removed = ids.find((id) => !next.includes(id));
          if (added !== undefined) move.mutate({ id: added, method: "PUT" });
          else if (removed !== undefined) move.mutate({ id: removed, method: "DELETE" });
        }}
      />
      <NewList
        onMade={async (id) => {
          await changeMembers(workspace, id, "PUT", [creatorId]);
          await refresh();
        }}
      />
      {move.isError && <ErrorNotice error={move.error} />}
    </div>
  );
}
