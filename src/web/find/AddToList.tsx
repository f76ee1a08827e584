import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeMembers, listsQuery } from "../doors/lists.ts";
import { NewList } from "../lists/NewList.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useFindWords } from "./useFindWords.ts";

/** Puts creators into a list that is there, or into a new one. */
export function AddToList({ creatorIds }: { creatorIds: readonly string[] }) {
  const word = useFindWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const lists = useQuery(listsQuery(workspace)).data?.lists ?? [];
  const [chosen, setChosen] = useState("");
  const id = chosen || (lists[0]?.id ?? "");
  const add = useMutation({
    mutationFn: (listId: string) => changeMembers(workspace, listId, "PUT", creatorIds),
    onSuccess: () =>
      Promise.all(
        ["lists", "creators", "events"].map((noun) =>
          client.invalidateQueries({ queryKey: [noun, workspace] }),
        ),
      ),
  });
  return (
    <div className="stack">
      {lists.length > 0 && (
        <form
          className="kept-entry"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate(id);
          }}
        >
          <NativeSelect
            label={word("list")}
            value={id}
            data={lists.map((list) => ({ value: list.id, label: list.name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button type="submit" loading={add.isPending}>
            {word("addTo")}
          </Button>
        </form>
      )}
      <NewList onMade={(made) => add.mutateAsync(made)} />
      {add.isSuccess && <p role="status">{word("done")}</p>}
      {add.isError && <ErrorNotice error={add.error} />}
    </div>
  );
}
