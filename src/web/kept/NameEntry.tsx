import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useKeptWords } from "./keptWords.ts";

/** A new name for what has one. */
export function NameEntry({
  label,
  name,
  isSaving,
  onSave,
  onCancel,
}: {
  label: string;
  name: string;
  isSaving: boolean;
  onSave: (name: string) => void;
  onCancel: () => void;
}) {
  const word = useKeptWords();
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="kept-entry"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed);
      }}
    >
      <TextInput
        label={label}
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" loading={isSaving} disabled={typed.trim() === ""}>
        {word("save")}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {word("cancel")}
      </Button>
    </form>
  );
}
