import { Autocomplete, Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { tagCreators, tagsQuery } from "../doors/kept.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useFindWords } from "./useFindWords.ts";

/** Gives creators a tag; one that another spelling of it is there already is that one. */
export function TagChosen({ creatorIds }: { creatorIds: readonly string[] }) {
  const word = useFindWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const known = useQuery(tagsQuery(workspace)).data?.tags ?? [];
  const [tag, setTag] = useState("");
  const give = useMutation({
    mutationFn: () => tagCreators(workspace, creatorIds, tag),
    onSettled: () =>
      Promise.all(
        ["tags", "creators", "events"].map((noun) =>
          client.invalidateQueries({ queryKey: [noun, workspace] }),
        ),
      ),
    onSuccess: () => setTag(""),
  });
  return (
    <form
      className="kept-entry"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <Autocomplete
        label={word("tagWord")}
        data={known.map((each) => each.tag)}
        value={tag}
        maxLength={60}
        comboboxProps={{ withinPortal: false }}
        onChange={setTag}
      />
      <Button type="submit" loading={give.isPending} disabled={tag.trim() === ""}>
        {word("tag")}
      </Button>
      {give.isSuccess && <p role="status">{word("done")}</p>}
      {give.isError && <ErrorNotice error={give.error} />}
    </form>
  );
}
