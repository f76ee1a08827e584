import { useQuery } from "@tanstack/react-query";
import { creatorEventsQuery } from "../doors/kept.ts";
import { EventList } from "../history/EventList.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useKeptWords } from "./keptWords.ts";

/** Who changed what about a creator, imports included. */
export function CreatorHistory({ creatorId }: { creatorId: string }) {
  const word = useKeptWords();
  const found = useQuery(creatorEventsQuery(useWorkspace(), creatorId));
  const events = found.data?.events ?? [];
  return (
    <section className="stack kept" aria-labelledby="creator-history-title">
      <h2 id="creator-history-title">{word("history")}</h2>
      {found.isError && <ErrorNotice error={found.error} />}
      {found.isSuccess && events.length === 0 && <p className="quiet">{word("noHistory")}</p>}
      <EventList events={events} />
    </section>
  );
}
