import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { useNames } from "../doors/names.ts";
import { similarQuery } from "../doors/similar.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** The words that say most, of some forty that are looked for. */
const WORDS_SHOWN = 12;

/** Creators who have most of this one's telling words, and which words those are. */
export function SimilarCreators({ creatorId }: { creatorId: string }) {
  const word = useKeptWords();
  const { t, number } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  const found = useQuery(similarQuery(workspace, creatorId));
  const rows = found.data?.results ?? [];
  const said = (found.data?.words ?? []).flatMap(({ others }) => others).slice(0, WORDS_SHOWN);
  const about = ({ platform, numbers, topics }: FoundCreator) => [
    names.platform(platform),
    numbers.followers === null
      ? t("creators.unknownSize")
      : t("creators.followersOf", { count: numbers.followers, shown: number(numbers.followers) }),
    ...topics.slice(0, 3).map(names.topic),
  ];
  return (
    <section className="stack kept" aria-labelledby="similar-title">
      <h2 id="similar-title">{word("similar")}</h2>
      {found.isError && <ErrorNotice error={found.error} />}
      {found.isSuccess && rows.length === 0 && <p className="quiet">{word("noSimilar")}</p>}
      {rows.length > 0 && said.length > 0 && (
        <p className="quiet">{word("similarBy", { words: said.join(" · ") })}</p>
      )}
      <ul className="kept-list">
        {rows.map((row) => (
          <li key={row.accountId}>
            <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: row.id }}>
              {row.name}
            </Link>
            <span className="quiet">{about(row).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <p className="no-print">
          <Link to="/$workspace/creators" params={{ workspace }} search={{ similar: creatorId }}>
            {word("allSimilar")}
          </Link>
        </p>
      )}
    </section>
  );
}
