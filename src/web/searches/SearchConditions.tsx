import { useQuery } from "@tanstack/react-query";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { briefsQuery } from "../doors/briefs.ts";
import { useNames } from "../doors/names.ts";
import { workspacesQuery } from "../doors/workspaces.ts";
import { askedChips } from "../find/askedChips.ts";
import { readAddress } from "../find/findAddress.ts";
import { useFindWords } from "../find/useFindWords.ts";
import { useSayFind } from "../find/useSayFind.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { useSearchWords } from "./useSearchWords.ts";
import "../find/find.css";

/** What a saved search asks: its words, every condition as the page to find creators says it, and what stands beside them. */
export function SearchConditions({ params: saved }: { params: FindParams }) {
  const word = useFindWords();
  const searchWord = useSearchWords();
  const words = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  const workspaces = useQuery(workspacesQuery()).data ?? [];
  const briefs = useQuery(briefsQuery(workspace)).data?.briefs ?? [];
  const currency = workspaces.find(({ name }) => name === workspace)?.baseCurrency ?? "EUR";
  const say = useSayFind(currency);
  // The terminal saves several words with commas between, as an address holds them.
  const params = readAddress(saved);
  const named = (name: string, of: string) => word("chip", { name, words: of });
  const conditions = [
    ...(params["query"] ?? []).map((text) => searchWord("words", { text })),
    ...askedChips(params, { word, words, say, currency }).map(({ text }) => text),
    ...(params["brief"] ?? []).map((id) =>
      named(word("fitTo"), briefs.find((brief) => brief.id === id)?.name ?? id),
    ),
    ...(params["tier-policy"] ?? []).map((id) => named(word("tierPolicy"), names.policy(id))),
    ...(params["include-unknown"]?.at(-1) === "true" ? [searchWord("unknownToo")] : []),
  ];
  if (conditions.length === 0) return <p className="quiet">{searchWord("noConditions")}</p>;
  return (
    <ul className="find-chips" aria-label={word("asked")}>
      {conditions.map((condition) => (
        <li key={condition} className="find-chip search-chip">
          {condition}
        </li>
      ))}
    </ul>
  );
}
