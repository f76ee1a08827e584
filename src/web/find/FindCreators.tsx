import { Button, Drawer, NativeSelect } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { FindDocument, FoundCreator } from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { policyById } from "#core/catalog/tierPolicy";
import { briefsQuery } from "../doors/briefs.ts";
import { foundQuery } from "../doors/find.ts";
import { referenceQuery } from "../doors/reference.ts";
import { SaveSearch } from "../searches/SaveSearch.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { AskedChips } from "./AskedChips.tsx";
import { ChosenBar } from "./ChosenBar.tsx";
import { CsvOfAll } from "./CsvOfAll.tsx";
import { FacetPanel } from "./FacetPanel.tsx";
import { FoundHead } from "./FoundHead.tsx";
import { FoundRow } from "./FoundRow.tsx";
import { FoundRows } from "./FoundRows.tsx";
import { FoundStatus } from "./FoundStatus.tsx";
import { problemsOf } from "./problems.ts";
import { SearchBox } from "./SearchBox.tsx";
import { SortControl, sortOf } from "./SortControl.tsx";
import { useFigureOrigins } from "./useFigureOrigins.ts";
import { useFind } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";
import { useSayFind } from "./useSayFind.ts";
import { WordsSaid } from "./WordsSaid.tsx";
import "./find.css";

/** One question: who of all creators fits? Words above, filters beside, those who answer to both between. */
export function FindCreators() {
  const word = useFindWords();
  const workspace = useWorkspace();
  const { params, change, clear } = useFind();
  const [isTyping, setTyping] = useState(false);
  const [chosen, setChosen] = useState<ReadonlyMap<string, FoundCreator>>(new Map());
  const [isDrawn, drawer] = useDisclosure(false);
  const narrow = useMediaQuery("(max-width: 62rem)") ?? false;
  const reference = useQuery(referenceQuery(workspace)).data;
  const briefs = useQuery(briefsQuery(workspace)).data?.briefs ?? [];
  const found = useInfiniteQuery({
    ...foundQuery(workspace, params, isTyping),
    placeholderData: keepPreviousData,
  });
  // A search that contradicts itself leaves the last answer in sight.
  const last = useRef(found.data);
  if (found.data) last.current = found.data;
  const pages = last.current?.pages ?? NO_PAGES;
  const [first] = pages;
  const originsOf = useFigureOrigins(pages);
  const say = useSayFind(first?.currency ?? "EUR");
  if (found.isError && first === undefined && problemsOf(found.error).all.length === 0)
    return <ErrorNotice error={found.error} />;
  const problems = problemsOf(found.error);
  if (first === undefined && !found.isError) return <Waiting />;
  const rows = pages.flatMap(({ results }) => results);
  const { facets = {}, currency = "EUR", total = 0, unknown = 0 } = first ?? {};
  const sort = sortOf(params);
  const asked = { params, change, say, currency };
  const policy = reference ? policyById(reference.tierPolicies, params["tier-policy"]?.at(-1) ?? "") : null;
  const choose = (some: readonly FoundCreator[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const row of some) {
        if (isChosen) next.set(row.accountId, row);
        else next.delete(row.accountId);
      }
      return next;
    });
  const panel = <FacetPanel facets={facets} problems={problems.byFacet} {...asked} />;
  return (
    <search className="find">
      <div className="find-ask">
        <SearchBox
          text={params["query"]?.[0] ?? ""}
          onText={(text, isOpen) => {
            setTyping(isOpen);
            change({ query: text === "" ? [] : [text] }, { isTyped: true });
          }}
        />
        {briefs.length > 0 && (
          <NativeSelect
            label={word("fitTo")}
            value={params["brief"]?.at(-1) ?? ""}
            data={[
              { value: "", label: word("noBrief") },
              ...briefs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change(value === "" ? { brief: [], sort: [] } : { brief: [value], sort: ["fit"] })
            }
          />
        )}
        <SortControl params={params} change={change} />
      </div>
      <AskedChips {...asked} problems={problems.byFacet} clear={clear} />
      {problems.all.length > 0 && (
        <div className="notice notice-error" role="alert">
          <strong>{word("wrong")}</strong>
          {problems.all.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {found.isError && problems.all.length === 0 && <ErrorNotice error={found.error} />}
      {first && !found.isError && <WordsSaid text={params["query"]?.[0] ?? ""} groups={first.words ?? []} />}
      <div className="find-body">
        {narrow ? (
          <Drawer opened={isDrawn} onClose={drawer.close} title={word("filters")} size="22rem">
            {panel}
          </Drawer>
        ) : (
          <aside aria-label={word("filters")}>{panel}</aside>
        )}
        <div className="find-answer">
          <div className="find-line">
            {narrow && (
              <Button size="xs" variant="default" onClick={drawer.open}>
                {word("filters")}
              </Button>
            )}
            {!found.isError && (
              <FoundStatus total={total} unknown={unknown} params={params} change={change} />
            )}
            <SaveSearch params={params} />
            <CsvOfAll
              params={params}
              isTyping={isTyping}
              total={found.isError ? 0 : total}
              currency={currency}
            />
          </div>
          <ChosenBar chosen={[...chosen.values()]} currency={currency} onClear={() => setChosen(new Map())} />
          {total === 0 && !found.isError ? (
            <div className="find-none">
              <h2>{word("noneMeets")}</h2>
              {first?.meant ? (
                <Button variant="default" onClick={() => change({ query: [first.meant ?? ""] })}>
                  {word("meant", { query: first.meant })}
                </Button>
              ) : (
                <p>{word(isOnlyWords(params) ? "noWordsMeet" : "noneMeetsSays")}</p>
              )}
            </div>
          ) : (
            <div className={rows[0]?.fit || !isInRow(sort.by) ? "found-table found-wide" : "found-table"}>
              <FoundHead
                sort={sort}
                hasFit={rows.some(({ fit }) => fit !== null)}
                isAllChosen={rows.length > 0 && rows.every(({ accountId }) => chosen.has(accountId))}
                onAllChosen={(isChosen) => choose(rows, isChosen)}
                change={change}
              />
              <FoundRows
                rows={rows}
                total={total}
                about={JSON.stringify(params)}
                isStale={found.isError || found.isPlaceholderData}
                onNearEnd={() => {
                  if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
                }}
                line={(row) => (
                  <FoundRow
                    row={row}
                    origins={originsOf(row.accountId)}
                    isChosen={chosen.has(row.accountId)}
                    onChosen={(isChosen) => choose([row], isChosen)}
                    {...{ sort, policy, reference, say }}
                  />
                )}
              />
            </div>
          )}
        </div>
      </div>
    </search>
  );
}

const NO_PAGES: readonly FindDocument[] = [];
const BESIDE_WORDS: readonly string[] = ["query", "sort", "tier-policy"];
const isOnlyWords = (params: FindParams) =>
  Object.keys(params).every((param) => BESIDE_WORDS.includes(param));
const isInRow = (by: string) => ["followers", "engagement", "views", "price"].includes(by);
