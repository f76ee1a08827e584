import { Link } from "@tanstack/react-router";
import type { ListRow } from "#api/contract/kept";
import { removeList, saveList } from "../doors/lists.ts";
import { KeptLine } from "../kept/KeptLine.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";

/** A list, with how many stand in it. */
export function ListLine({ list: { id, name, members } }: { list: ListRow }) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  return (
    <KeptLine
      noun="lists"
      name={name}
      labels={{
        name: word("listName"),
        rename: word("renameThis", { name }),
        remove: word("removeList", { name }),
      }}
      onRename={(to) => saveList(workspace, id, to)}
      onRemove={() => removeList(workspace, id)}
    >
      <p>
        <Link to="/$workspace/lists/$listId" params={{ workspace, listId: id }}>
          {name}
        </Link>{" "}
        <span className="quiet">{word("listMembers", { count: members })}</span>
      </p>
    </KeptLine>
  );
}
