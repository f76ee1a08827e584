import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sentence } from "#core/sentence";
import { historyQuery } from "../doors/history.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { EventList } from "./EventList.tsx";

/** Every step of a workspace, newest first, each with the button that takes it back. */
export function HistoryPage() {
  const { say } = useWords();
  const workspace = useWorkspace();
  const history = useInfiniteQuery(historyQuery(workspace));
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
  return (
    <div className="stack">
      <header>
        <h1>{word("title")}</h1>
        <p className="lede">{word("lead")}</p>
      </header>
      <EventList events={events} />
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
