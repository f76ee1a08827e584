import { Button, CloseButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { HistoryRow } from "#api/contract/history";
import { sentence } from "#core/sentence";
import { onChange } from "../doors/changes.ts";
import { newestEvent, undoEvent } from "../doors/history.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./history.css";

const SHOWN_MS = 12_000;

/** After every change: what was done, and a button that undoes it. One for all pages. */
export function UndoToast() {
  const { say } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [shown, setShown] = useState<HistoryRow | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const known = useRef<string | null>(null);
  const undo = useMutation({
    mutationFn: (id: string) => undoEvent(workspace, id),
    // What every page shows may have changed.
    onSuccess: () => client.invalidateQueries(),
  });
  const { reset } = undo;
  useEffect(() => {
    let isGone = false;
    const look = (onNew: (event: HistoryRow) => void) =>
      newestEvent(workspace)
        .then((event) => {
          if (isGone || event === null || event.id === known.current) return;
          known.current = event.id;
          onNew(event);
        })
        // A toast is no place to learn that the server is gone: the page itself says so.
        .catch(() => {});
    setShown(null);
    void look(() => {});
    const leave = onChange(
      () =>
        void look((event) => {
          reset();
          setShown(event);
          void client.invalidateQueries({ queryKey: ["events", workspace] });
        }),
    );
    return () => {
      isGone = true;
      leave();
    };
  }, [workspace, client, reset]);
  useEffect(() => {
    if (shown === null || isHeld || undo.isError) return;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, isHeld, undo.isError]);
  const word = (key: string) => say(sentence(`history.${key}`));
  return (
    <div className="undo-toast" role="status">
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: staying while somebody reads or tabs into it is no action
        <div
          className="sheet"
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <p>{say(shown.says)}</p>
          {shown.action && (
            <Button
              size="xs"
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutate(shown.id)}
            >
              {word(shown.action)}
            </Button>
          )}
          <CloseButton aria-label={word("close")} onClick={() => setShown(null)} />
          {undo.isError && <ErrorNotice error={undo.error} />}
        </div>
      )}
    </div>
  );
}
