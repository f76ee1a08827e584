import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { duplicatesQuery } from "../doors/duplicates.ts";
import { changes, keptQuery, useKeptChange } from "../doors/kept.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { useKeptWords } from "./keptWords.ts";
import { SuggestedPair } from "./SuggestedPair.tsx";

/** Who was merged into this creator and can be split off, and who probably is the same person too. */
export function OnePersonSection({ creatorId }: { creatorId: string }) {
  const word = useKeptWords();
  const { date } = useWords();
  const workspace = useWorkspace();
  const merges = useQuery(keptQuery(workspace, creatorId)).data?.merges ?? [];
  const suggested = useQuery(duplicatesQuery(workspace, creatorId));
  const change = useKeptChange(workspace, creatorId);
  const pairs = suggested.data?.pairs ?? [];
  return (
    <section className="stack kept" aria-labelledby="one-person-title">
      <header>
        <h2 id="one-person-title">{word("onePerson")}</h2>
        <p className="quiet">{word("mergeSays")}</p>
      </header>
      {change.isError && <ErrorNotice error={change.error} />}
      {suggested.isError && <ErrorNotice error={suggested.error} />}
      <ul className="kept-list">
        {merges.map(({ id, mergedName: name, accountIds, at }) => (
          <li key={id}>
            <p>{word("mergedHere", { name, date: date(at), count: accountIds.length })}</p>
            <Button
              className="no-print"
              size="compact-sm"
              variant="default"
              aria-label={word("splitOff", { name })}
              loading={change.isPending}
              onClick={() => change.mutate(changes.split(id))}
            >
              {word("split")}
            </Button>
          </li>
        ))}
      </ul>
      <h3>{word("probably")}</h3>
      {suggested.isSuccess && pairs.length === 0 && <p className="quiet">{word("noDuplicates")}</p>}
      <ul className="kept-list">
        {pairs.map((pair) => (
          <SuggestedPair
            key={pair.creators[1].id}
            shown={pair.creators.slice(1)}
            evidence={pair.evidence}
            action={word("merge")}
            label={word("mergeWith", { name: pair.creators[1].name })}
            isBusy={change.isPending}
            onMerge={() => change.mutate(changes.merge(pair.creators[1].id))}
          />
        ))}
      </ul>
    </section>
  );
}
