import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { KeptForm } from "#api/contract/kept";
import { changes, type KeptChange } from "../doors/kept.ts";
import { referenceQuery } from "../doors/reference.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { useKeptWords } from "./keptWords.ts";

/** Days on which somebody wrote to or spoke with the creator. */
export function ContactedPart({
  contacted,
  onChange,
}: {
  contacted: KeptForm["contacted"];
  onChange: (change: KeptChange) => Promise<unknown>;
}) {
  const word = useKeptWords();
  const { date } = useWords();
  const today = useQuery(referenceQuery(useWorkspace())).data?.today ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const onDate = typed ?? today;
  return (
    <div className="stack">
      <h3>{word("contacted")}</h3>
      {contacted.length === 0 && <p className="quiet">{word("notContacted")}</p>}
      <ul className="kept-list">
        {contacted.map((talk) => (
          <li key={talk.id}>
            <div>
              <p>{date(talk.onDate)}</p>
              {talk.note && <p className="kept-text quiet">{talk.note}</p>}
            </div>
            <Button
              className="no-print"
              size="compact-sm"
              variant="subtle"
              aria-label={word("removeContacted", { date: date(talk.onDate) })}
              onClick={() => void onChange(changes.removeContacted(talk.id)).catch(() => {})}
            >
              {word("remove")}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="kept-fields no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void onChange(changes.contacted(onDate, note.trim() || null)).then(
            () => setNote(""),
            () => {},
          );
        }}
      >
        <TextInput
          label={word("onDay")}
          type="date"
          max={today}
          value={onDate}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          label={word("about")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" disabled={onDate === ""}>
            {word("addContacted")}
          </Button>
        </div>
      </form>
    </div>
  );
}
