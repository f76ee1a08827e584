import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SavedSearchForm } from "#api/contract/searches";
import { removeSearch, saveSearch, seeSearch } from "../doors/searches.ts";
import { NameEntry } from "../kept/NameEntry.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { SearchConditions } from "./SearchConditions.tsx";
import { SearchLink } from "./SearchLink.tsx";
import { SearchState } from "./SearchState.tsx";
import { useSearchWords } from "./useSearchWords.ts";

/** A saved search: ask it again, look at the new ones alone, rename, remove. Removing asks nothing, since it can be undone. */
export function SavedSearchLine({ search }: { search: SavedSearchForm }) {
  const { id, name, params, state } = search;
  const word = useSearchWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [isRenaming, setIsRenaming] = useState(false);
  const onSettled = () => client.invalidateQueries({ queryKey: ["searches", workspace] });
  const rename = useMutation({
    mutationFn: (to: string) => saveSearch(workspace, { id, name: to, params }),
    onSuccess: () => setIsRenaming(false),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => removeSearch(workspace, id), onSettled });
  const shown = state.is === "counted" ? state.new : null;
  const see = useMutation({ mutationFn: () => seeSearch(workspace, id, shown), onSettled });
  const failed = [rename, remove, see].find(({ isError }) => isError);
  if (isRenaming)
    return (
      <li>
        <NameEntry
          label={word("name")}
          name={name}
          isSaving={rename.isPending}
          onSave={(to) => rename.mutate(to)}
          onCancel={() => setIsRenaming(false)}
        />
        {failed && <ErrorNotice error={failed.error} />}
      </li>
    );
  return (
    <li>
      <div>
        <p>
          <SearchLink search={search}>{name}</SearchLink>
        </p>
        <SearchConditions params={params} />
        <SearchState search={search} />
        {failed && <ErrorNotice error={failed.error} />}
      </div>
      <span className="row no-print search-actions">
        {state.is !== "broken" && shown !== 0 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={word("seenOf", { name })}
            loading={see.isPending}
            onClick={() => see.mutate()}
          >
            {word("seen")}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={word("renameOf", { name })}
          onClick={() => setIsRenaming(true)}
        >
          {word("rename")}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={word("removeOf", { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {word("remove")}
        </Button>
      </span>
    </li>
  );
}
