import { Link } from "@tanstack/react-router";
import type { CreatorRow } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** Creators whom a search found to be like this one; the caller searches. */
export function SimilarCreators({ rows }: { rows: readonly CreatorRow[] }) {
  const word = useKeptWords();
  const { t, number } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  return (
    <section className="stack kept" aria-labelledby="similar-title">
      <h2 id="similar-title">{word("similar")}</h2>
      {rows.length === 0 && <p className="quiet">{word("noSimilar")}</p>}
      <ul className="kept-list">
        {rows.map((row) => (
          <li key={row.accountId}>
            <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: row.id }}>
              {row.name}
            </Link>
            <span className="quiet">
              {names.platform(row.platform)} ·{" "}
              {row.followers === null
                ? t("creators.unknownSize")
                : t("creators.followersOf", { count: row.followers, shown: number(row.followers) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
