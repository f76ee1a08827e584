import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ListRow } from "#api/contract/kept";
import { removeList, saveList } from "../doors/lists.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";

/** A list: open, rename, remove. Removing asks nothing, since it can be undone. */
export function ListLine({ list: { id, name, members } }: { list: ListRow }) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [next, setNext] = useState<string | null>(null);
  const onSuccess = () => client.invalidateQueries({ queryKey: ["lists", workspace] });
  const remove = useMutation({ mutationFn: () => removeList(workspace, id), onSuccess });
  const rename = useMutation({
    mutationFn: (to: string) => saveList(workspace, id, to),
    onSuccess: () => {
      setNext(null);
      return onSuccess();
    },
  });
  return (
    <li>
      {next === null ? (
        <p>
          <Link to="/$workspace/lists/$listId" params={{ workspace, listId: id }}>
            {name}
          </Link>{" "}
          <span className="quiet">{word("listMembers", { count: members })}</span>
        </p>
      ) : (
        <form
          className="kept-entry"
          onSubmit={(event) => {
            event.preventDefault();
            rename.mutate(next);
          }}
        >
          <TextInput
            label={word("listName")}
            value={next}
            maxLength={120}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Button type="submit" loading={rename.isPending} disabled={next.trim() === ""}>
            {word("save")}
          </Button>
          <Button variant="subtle" onClick={() => setNext(null)}>
            {word("cancel")}
          </Button>
        </form>
      )}
      {next === null && (
        <span className="row no-print">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={word("renameThis", { name })}
            onClick={() => setNext(name)}
          >
            {word("rename")}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={word("removeList", { name })}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {word("remove")}
          </Button>
        </span>
      )}
      {[rename, remove].map(({ isError, error }, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: two requests in a fixed order
        isError ? <ErrorNotice key={i} error={error} /> : null,
      )}
    </li>
  );
}
