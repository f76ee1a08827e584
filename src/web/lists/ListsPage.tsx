import { useQuery, useQueryClient } from "@tanstack/react-query";
import { listsQuery } from "../doors/lists.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { ListLine } from "./ListLine.tsx";
import { NewList } from "./NewList.tsx";
import "../kept/kept.css";

/** Every list of creators, and a new one. */
export function ListsPage() {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const found = useQuery(listsQuery(workspace));
  useTitle(word("listsTitle"));
  if (found.isPending) return <Waiting />;
  if (found.isError) return <ErrorNotice error={found.error} />;
  const { lists } = found.data;
  return (
    <div className="stack">
      <header>
        <h1>{word("listsTitle")}</h1>
        <p className="lede">{word("listsLede")}</p>
      </header>
      {lists.length === 0 && <Empty title={word("listsNone")} says={word("listsNoneSays")} />}
      <ul className="kept-list">
        {lists.map((list) => (
          <ListLine key={`${list.id} ${list.name}`} list={list} />
        ))}
      </ul>
      <NewList onMade={() => client.invalidateQueries({ queryKey: ["lists", workspace] })} />
    </div>
  );
}
