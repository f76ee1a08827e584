import { Button } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { creatorQuery } from "../doors/creators.ts";
import { download } from "../doors/download.ts";
import { keptQuery } from "../doors/kept.ts";
import { useNames } from "../doors/names.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { AddCreator } from "./AddCreator.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { compareCsv } from "./compareCsv.ts";
import { COMPARED_MOST } from "./comparedMost.ts";
import { compareRows, largestAccount } from "./compareRows.ts";
import "./compare.css";

/** Creators side by side: `?ids=` names them, so that a comparison can be sent as a link. */
export function ComparePage() {
  const word = useKeptWords();
  const words = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  const go = useNavigate();
  const { ids: asked = "" } = useSearch({ strict: false }) as { readonly ids?: string };
  const all = [...new Set(asked.split(",").filter((id) => id !== ""))];
  const ids = all.slice(0, COMPARED_MOST);
  const found = useQueries({ queries: ids.map((id) => creatorQuery(workspace, id)) });
  const kept = useQueries({ queries: ids.map((id) => keptQuery(workspace, id)) });
  const title = word("compareTitle");
  useTitle(title);
  const show = (next: readonly string[]) =>
    void go({ to: "/$workspace/compare", params: { workspace }, search: { ids: next.join(",") } });
  const failed = found.find(({ isError }) => isError);
  if (found.some(({ isPending }) => isPending)) return <Waiting />;
  const compared = found.flatMap(({ data }, i) =>
    data ? [{ id: ids[i] ?? "", creator: data.creator, kept: kept[i]?.data ?? null }] : [],
  );
  const rows = compareRows(compared, word, words, names);
  const platforms = new Set(compared.map(({ creator }) => largestAccount(creator)?.platform));
  const columns = compared.map(({ id, creator }) => ({ id, name: creator.displayName }));
  const save = () =>
    download(
      `${title}.csv`,
      "text/csv",
      compareCsv(
        columns.map(({ name }) => name),
        rows,
        { figure: word("compareFigure"), day: word("day") },
      ),
    );
  return (
    <div className="stack">
      <header>
        <h1>{title}</h1>
        <p className="lede">{word("compareLede", { most: COMPARED_MOST })}</p>
      </header>
      {failed && <ErrorNotice error={failed.error} />}
      {all.length > COMPARED_MOST && <p className="notice">{word("compareMore", { most: COMPARED_MOST })}</p>}
      {platforms.size > 1 && <p className="notice">{word("comparePlatforms")}</p>}
      {columns.length === 0 ? (
        <Empty title={word("compareNone")} says={word("compareNoneSays")} />
      ) : (
        <>
          <CompareTable
            columns={columns}
            rows={rows}
            onDrop={(gone) => show(ids.filter((id) => id !== gone))}
          />
          <div className="no-print">
            <Button variant="default" onClick={save}>
              CSV
            </Button>
          </div>
        </>
      )}
      {ids.length < COMPARED_MOST && <AddCreator without={ids} onAdd={(id) => show([...ids, id])} />}
    </div>
  );
}
