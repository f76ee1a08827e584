import { Button, Rating, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import type { KeptForm } from "#api/contract/kept";
import { changes, type KeptChange } from "../doors/kept.ts";
import { useWords } from "../words/words.tsx";
import { useKeptWords } from "./keptWords.ts";

/** A person's own mark for craft, with why. */
export function CraftPart({
  craft,
  onChange,
}: {
  craft: KeptForm["craft"];
  onChange: (change: KeptChange) => void;
}) {
  const word = useKeptWords();
  const { date } = useWords();
  const id = useId();
  const [mark, setMark] = useState(craft?.mark ?? 0);
  const [note, setNote] = useState(craft?.note ?? "");
  const isChanged = mark !== (craft?.mark ?? 0) || note.trim() !== (craft?.note ?? "");
  return (
    <form
      className="stack"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(changes.craft(mark, note.trim() || null));
      }}
    >
      <div>
        <h3 id={id}>{word("craft")}</h3>
        <p className="quiet">{word("craftSays")}</p>
      </div>
      <div className="row">
        <Rating
          count={5}
          value={mark}
          onChange={setMark}
          color="ink"
          getSymbolLabel={(value) => word("craftOf", { mark: value })}
        />
        <span className="quiet">
          {craft ? `${word("craftOf", { mark: craft.mark })} · ${date(craft.at)}` : word("craftNone")}
        </span>
      </div>
      <div className="kept-entry">
        <TextInput
          label={word("craftNote")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={mark === 0 || !isChanged}>
          {word("save")}
        </Button>
        {craft && (
          <Button variant="subtle" onClick={() => onChange(changes.craft(null, null))}>
            {word("clear")}
          </Button>
        )}
      </div>
    </form>
  );
}
