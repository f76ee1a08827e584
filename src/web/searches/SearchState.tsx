import type { SavedSearchForm } from "#api/contract/searches";
import { useWords } from "../words/words.tsx";
import { SearchLink } from "./SearchLink.tsx";
import { useSearchWords } from "./useSearchWords.ts";

/** How many answer now, and how many of them are new since when; or why that cannot be said. */
export function SearchState({ search }: { search: SavedSearchForm }) {
  const { state, seenAt, name } = search;
  const word = useSearchWords();
  const { say, date } = useWords();
  if (state.is === "broken") return <p className="search-broken">{say(state.says)}</p>;
  const answer = word("answer", { count: state.total });
  if (state.is === "too-many")
    return (
      <p className="quiet">
        {answer} · {say(state.says)}
      </p>
    );
  const since = date(seenAt.toISOString());
  return (
    <p className="quiet">
      {answer} ·{" "}
      {state.new === 0 ? (
        word("noneNew", { date: since })
      ) : (
        <>
          <SearchLink search={search} isOnlyNew label={word("newOf", { name })}>
            <strong>{word("new", { count: state.new })}</strong>
          </SearchLink>{" "}
          {word("since", { date: since })}
        </>
      )}
    </p>
  );
}
