import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SavedSearchForm } from "#api/contract/searches";
import { removeSearch, saveSearch, seeSearch } from "../doors/searches.ts";
import { KeptLine } from "../kept/KeptLine.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { SearchConditions } from "./SearchConditions.tsx";
import { SearchLink } from "./SearchLink.tsx";
import { SearchState } from "./SearchState.tsx";
import { useSearchWords } from "./useSearchWords.ts";

/** A saved search: what it asks and how it stands; ask it again, or look at the new ones alone. */
export function SavedSearchLine({ search }: { search: SavedSearchForm }) {
  const { id, name, params, state } = search;
  const word = useSearchWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const shown = state.is === "counted" ? state.new : null;
  const see = useMutation({
    mutationFn: () => seeSearch(workspace, id, shown),
    onSettled: () => client.invalidateQueries({ queryKey: ["searches", workspace] }),
  });
  return (
    <KeptLine
      noun="searches"
      name={name}
      labels={{ name: word("name"), rename: word("renameOf", { name }), remove: word("removeOf", { name }) }}
      onRename={(to) => saveSearch(workspace, { id, name: to, params })}
      onRemove={() => removeSearch(workspace, id)}
      actions={
        state.is !== "broken" &&
        shown !== 0 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={word("seenOf", { name })}
            loading={see.isPending}
            onClick={() => see.mutate()}
          >
            {word("seen")}
          </Button>
        )
      }
    >
      <p>
        <SearchLink search={search}>{name}</SearchLink>
      </p>
      <SearchConditions params={params} />
      <SearchState search={search} />
      {see.isError && <ErrorNotice error={see.error} />}
    </KeptLine>
  );
}
