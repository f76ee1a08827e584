import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { KeptForm } from "#api/contract/kept";
import { changes, type KeptChange } from "../doors/kept.ts";
import { useWords } from "../words/words.tsx";
import { useKeptWords } from "./keptWords.ts";

export function NotesPart({
  notes,
  onChange,
}: {
  notes: KeptForm["notes"];
  onChange: (change: KeptChange) => Promise<unknown>;
}) {
  const word = useKeptWords();
  const { date } = useWords();
  const [text, setText] = useState("");
  return (
    <div className="stack">
      <h3>{word("notes")}</h3>
      {notes.length === 0 && <p className="quiet">{word("noNotes")}</p>}
      <ul className="kept-list">
        {notes.map((note) => (
          <li key={note.id}>
            <div>
              <p className="kept-text">{note.text}</p>
              <p className="quiet">{date(note.at)}</p>
            </div>
            <Button
              className="no-print"
              size="compact-sm"
              variant="subtle"
              aria-label={word("removeNote", { date: date(note.at) })}
              onClick={() => void onChange(changes.removeNote(note.id)).catch(() => {})}
            >
              {word("remove")}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="stack no-print"
        onSubmit={(event) => {
          event.preventDefault();
          // What could not be written stays in the field; the section says why.
          void onChange(changes.note(text)).then(
            () => setText(""),
            () => {},
          );
        }}
      >
        <Textarea
          label={word("note")}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" disabled={text.trim() === ""}>
            {word("write")}
          </Button>
        </div>
      </form>
    </div>
  );
}
