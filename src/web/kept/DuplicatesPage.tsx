import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { duplicatesQuery } from "../doors/duplicates.ts";
import { mergeCreators } from "../doors/kept.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useKeptWords } from "./keptWords.ts";
import { SuggestedPair } from "./SuggestedPair.tsx";
import "./kept.css";

/** Every pair of the workspace that is probably one creator. */
export function DuplicatesPage() {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const found = useQuery(duplicatesQuery(workspace, null));
  const merge = useMutation({
    mutationFn: ([kept, merged]: readonly [string, string]) => mergeCreators(workspace, kept, merged),
    onSuccess: () => client.invalidateQueries(),
  });
  useTitle(word("duplicates"));
  if (found.isPending) return <Waiting />;
  if (found.isError) return <ErrorNotice error={found.error} />;
  const { pairs } = found.data;
  if (pairs.length === 0)
    return (
      <Empty title={word("noPairs")} says={word("noPairsSay")}>
        <Button component={Link} to={`/${workspace}/creators`}>
          {word("toCreators")}
        </Button>
      </Empty>
    );
  return (
    <div className="stack">
      <header>
        <h1>{word("duplicates")}</h1>
        <p className="lede">{word("duplicatesLede")}</p>
      </header>
      {merge.isError && <ErrorNotice error={merge.error} />}
      <ul className="kept-list">
        {pairs.map(({ creators: [first, second], evidence }) => (
          <SuggestedPair
            key={`${first.id} ${second.id}`}
            shown={[first, second]}
            evidence={evidence}
            action={word("merge")}
            label={word("mergePair", { first: first.name, second: second.name })}
            isBusy={merge.isPending}
            onMerge={() => merge.mutate([first.id, second.id])}
          />
        ))}
      </ul>
    </div>
  );
}
