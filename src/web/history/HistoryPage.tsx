import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sentence } from "#core/sentence";
import { historyQuery, undoEvent } from "../doors/history.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./history.css";

/** Every step of a workspace, newest first, each with the button that takes it back. */
export function HistoryPage() {
  const { say, language } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const history = useInfiniteQuery(historyQuery(workspace));
  const undo = useMutation({
    mutationFn: (id: string) => undoEvent(workspace, id),
    onSuccess: () => client.invalidateQueries(),
  });
  const word = (key: string) => say(sentence(`history.${key}`));
  useTitle(word("title"));
  if (history.isPending) return <Waiting />;
  if (history.isError) return <ErrorNotice error={history.error} />;
  const events = history.data.pages.flatMap((page) => page.events);
  if (events.length === 0)
    return (
      <Empty title={word("none")} says={word("noneSays")}>
        <Button component={Link} to={`/${workspace}/start`}>
          {word("start")}
        </Button>
      </Empty>
    );
  const clock = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="stack">
      <header>
        <h1>{word("title")}</h1>
        <p className="lede">{word("lead")}</p>
      </header>
      <ol className="history">
        {events.map(({ id, at, says, isUndone, action }) => (
          <li key={id} className={isUndone ? "is-undone" : undefined}>
            <div>
              <p>{say(says)}</p>
              <p className="quiet">
                <time dateTime={at}>{clock.format(new Date(at))}</time>
                {isUndone && ` · ${word("isUndone")}`}
              </p>
              {undo.isError && undo.variables === id && <ErrorNotice error={undo.error} />}
            </div>
            {action && (
              <Button
                size="xs"
                variant="default"
                aria-label={`${word(action)}: ${say(says)}`}
                loading={undo.isPending && undo.variables === id}
                onClick={() => undo.mutate(id)}
              >
                {word(action)}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {word("older")}
          </Button>
        </div>
      )}
    </div>
  );
}
