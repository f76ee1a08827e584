import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { searchesQuery } from "../doors/searches.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { SavedSearchLine } from "./SavedSearchLine.tsx";
import { useSearchWords } from "./useSearchWords.ts";
import "../kept/kept.css";
import "./searches.css";

/** Every saved search, and how many of those who answer now are new. */
export function SavedSearchesPage() {
  const word = useSearchWords();
  const workspace = useWorkspace();
  const found = useQuery(searchesQuery(workspace));
  useTitle(word("title"));
  if (found.isPending) return <Waiting />;
  if (found.isError) return <ErrorNotice error={found.error} />;
  const { searches } = found.data;
  return (
    <div className="stack">
      <header>
        <h1>{word("title")}</h1>
        <p className="lede">{word("lede")}</p>
      </header>
      {searches.length === 0 ? (
        <Empty title={word("none")} says={word("noneSays")}>
          <Link to="/$workspace/creators" params={{ workspace }}>
            {word("toFind")}
          </Link>
        </Empty>
      ) : (
        <ul className="kept-list">
          {searches.map((search) => (
            <SavedSearchLine key={search.id} search={search} />
          ))}
        </ul>
      )}
    </div>
  );
}
