import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { saveSearch } from "../doors/searches.ts";
import { NameEntry } from "../kept/NameEntry.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useSearchWords } from "./useSearchWords.ts";
import "../kept/kept.css";

/** Keeps what is being asked under a name, and leads to the searches that are kept. */
export function SaveSearch({ params }: { params: FindParams }) {
  const word = useSearchWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [isNaming, setIsNaming] = useState(false);
  const save = useMutation({
    mutationFn: (name: string) => saveSearch(workspace, { id: null, name, params }),
    onSuccess: async () => {
      setIsNaming(false);
      await client.invalidateQueries({ queryKey: ["searches", workspace] });
    },
  });
  return (
    <div className="no-print">
      {isNaming ? (
        <NameEntry
          label={word("name")}
          name={params["query"]?.join(" ") ?? ""}
          isSaving={save.isPending}
          onSave={(name) => save.mutate(name)}
          onCancel={() => setIsNaming(false)}
        />
      ) : (
        <span className="row">
          <Button size="xs" variant="default" onClick={() => setIsNaming(true)}>
            {word("save")}
          </Button>
          <Link className="find-aside" to="/$workspace/searches" params={{ workspace }}>
            {word("all")}
          </Link>
        </span>
      )}
      <p role="status" className="quiet">
        {save.isSuccess && !isNaming ? word("saved", { name: save.data.name }) : ""}
      </p>
      {save.isError && isNaming && <ErrorNotice error={save.error} />}
    </div>
  );
}
