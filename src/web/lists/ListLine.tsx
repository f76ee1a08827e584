import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ListRow } from "#api/contract/kept";
import { removeList, saveList } from "../doors/lists.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { NameEntry } from "../kept/NameEntry.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";

/** A list: open, rename, remove. Removing asks nothing, since it can be undone. */
export function ListLine({ list: { id, name, members } }: { list: ListRow }) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [isRenaming, setIsRenaming] = useState(false);
  const onSuccess = () => client.invalidateQueries({ queryKey: ["lists", workspace] });
  const remove = useMutation({ mutationFn: () => removeList(workspace, id), onSuccess });
  const rename = useMutation({
    mutationFn: (to: string) => saveList(workspace, id, to),
    onSuccess: () => {
      setIsRenaming(false);
      return onSuccess();
    },
  });
  return (
    <li>
      {!isRenaming ? (
        <p>
          <Link to="/$workspace/lists/$listId" params={{ workspace, listId: id }}>
            {name}
          </Link>{" "}
          <span className="quiet">{word("listMembers", { count: members })}</span>
        </p>
      ) : (
        <NameEntry
          label={word("listName")}
          name={name}
          isSaving={rename.isPending}
          onSave={(to) => rename.mutate(to)}
          onCancel={() => setIsRenaming(false)}
        />
      )}
      {!isRenaming && (
        <span className="row no-print">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={word("renameThis", { name })}
            onClick={() => setIsRenaming(true)}
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
