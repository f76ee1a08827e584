import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useKeptWords } from "./keptWords.ts";
import { NameEntry } from "./NameEntry.tsx";

/** A line of what is kept under a name: shown, renamed, removed. Removing asks nothing, since it can be undone. */
export function KeptLine({
  noun,
  name,
  labels,
  onRename,
  onRemove,
  actions,
  children,
}: {
  /** What is asked anew after a change. */
  noun: "lists" | "searches";
  name: string;
  /** Of the field for the name, and of the buttons to whom they are only spoken. */
  labels: { readonly name: string; readonly rename: string; readonly remove: string };
  onRename: (to: string) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
  /** What else can be done with it. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [isRenaming, setIsRenaming] = useState(false);
  const onSettled = () => client.invalidateQueries({ queryKey: [noun, workspace] });
  const rename = useMutation({ mutationFn: onRename, onSuccess: () => setIsRenaming(false), onSettled });
  const remove = useMutation({ mutationFn: onRemove, onSettled });
  const failed = [rename, remove].find(({ isError }) => isError);
  return (
    <li>
      {isRenaming ? (
        <NameEntry
          label={labels.name}
          name={name}
          isSaving={rename.isPending}
          onSave={(to) => rename.mutate(to)}
          onCancel={() => setIsRenaming(false)}
        />
      ) : (
        <>
          <div>{children}</div>
          <span className="row no-print kept-actions">
            {actions}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={labels.rename}
              onClick={() => setIsRenaming(true)}
            >
              {word("rename")}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={labels.remove}
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {word("remove")}
            </Button>
          </span>
        </>
      )}
      {failed && <ErrorNotice error={failed.error} />}
    </li>
  );
}
