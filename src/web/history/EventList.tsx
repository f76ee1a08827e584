import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { HistoryRow } from "#api/contract/history";
import { sentence } from "#core/sentence";
import { undoEvent } from "../doors/history.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./history.css";

/** Steps, newest first, each with the button that takes it back. */
export function EventList({ events }: { events: readonly HistoryRow[] }) {
  const { say, language } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (id: string) => undoEvent(workspace, id),
    onSuccess: () => client.invalidateQueries(),
  });
  const word = (key: string) => say(sentence(`history.${key}`));
  const clock = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return (
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
  );
}
