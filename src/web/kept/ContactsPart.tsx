import { Button } from "@mantine/core";
import { useState } from "react";
import type { KeptForm } from "#api/contract/kept";
import { changes, type KeptChange } from "../doors/kept.ts";
import { ContactForm } from "./ContactForm.tsx";
import { useKeptWords } from "./keptWords.ts";

/** Where a creator can be reached. Deleting asks twice, since it cannot be undone. */
export function ContactsPart({
  contacts,
  onChange,
}: {
  contacts: KeptForm["contacts"];
  onChange: (change: KeptChange) => Promise<unknown>;
}) {
  const word = useKeptWords();
  const [isAdding, setIsAdding] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <div className="stack">
      <div>
        <h3>{word("contacts")}</h3>
        <p className="quiet">{word("contactsSay")}</p>
      </div>
      {contacts.length === 0 && <p className="quiet">{word("noContacts")}</p>}
      <ul className="kept-list">
        {contacts.map(({ id, kind, value, holder, source }) => (
          <li key={id}>
            <div>
              <p className="kept-text">{value}</p>
              <p className="quiet">
                {[word(`contactKind.${kind}`), word(`holder.${holder}`), source].join(" · ")}
              </p>
            </div>
            {asked === id ? (
              <span className="row no-print">
                <Button
                  size="compact-sm"
                  color="red"
                  variant="outline"
                  onClick={() => void onChange(changes.eraseContact(id)).catch(() => {})}
                >
                  {word("eraseYes")}
                </Button>
                <Button size="compact-sm" variant="subtle" onClick={() => setAsked(null)}>
                  {word("cancel")}
                </Button>
              </span>
            ) : (
              <Button
                className="no-print"
                size="compact-sm"
                variant="subtle"
                aria-label={word("eraseThis", { value })}
                onClick={() => setAsked(id)}
              >
                {word("erase")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <ContactForm
          onAdd={async (contact) => {
            await onChange(changes.contact(contact));
            setIsAdding(false);
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <div className="no-print">
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {word("addContact")}
          </Button>
        </div>
      )}
    </div>
  );
}
