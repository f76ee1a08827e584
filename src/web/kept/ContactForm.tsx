import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ContactRequest } from "#api/contract/kept";
import { CONTACT_HOLDERS, CONTACT_KINDS } from "#core/catalog/contact";
import { useKeptWords } from "./keptWords.ts";

export function ContactForm({
  onAdd,
  onCancel,
}: {
  onAdd: (contact: ContactRequest) => Promise<unknown>;
  onCancel: () => void;
}) {
  const word = useKeptWords();
  const [contact, setContact] = useState({ kind: "email", value: "", holder: "self", source: "" });
  const put = (field: keyof typeof contact) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setContact((before) => ({ ...before, [field]: value }));
  };
  return (
    <form
      className="kept-fields"
      onSubmit={(event) => {
        event.preventDefault();
        const source = contact.source.trim() || null;
        // What was refused stays in its fields; the section says why.
        void onAdd({ ...contact, source } as ContactRequest).catch(() => {});
      }}
    >
      <NativeSelect
        label={word("kind")}
        value={contact.kind}
        onChange={put("kind")}
        data={CONTACT_KINDS.map((kind) => ({ value: kind, label: word(`contactKind.${kind}`) }))}
      />
      <TextInput label={word("value")} value={contact.value} onChange={put("value")} maxLength={200} />
      <NativeSelect
        label={word("heldBy")}
        value={contact.holder}
        onChange={put("holder")}
        data={CONTACT_HOLDERS.map((holder) => ({ value: holder, label: word(`holder.${holder}`) }))}
      />
      <TextInput label={word("source")} value={contact.source} onChange={put("source")} maxLength={200} />
      <div className="row">
        <Button type="submit" disabled={contact.value.trim() === ""}>
          {word("addContact")}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {word("cancel")}
        </Button>
      </div>
    </form>
  );
}
