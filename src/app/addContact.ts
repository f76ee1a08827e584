import { type ContactHolder, type ContactKind, contactKey, isContact } from "#core/catalog/contact";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { addContact as insertContact, selectContacts } from "#storage/contacts";
import { sourceId } from "#storage/sources";
import { givenTextOrNone } from "./givenText.ts";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

export interface AddedContact extends OfCreator {
  readonly kind: ContactKind;
  readonly value: string;
  readonly holder: ContactHolder;
  /** Who says so: their profile, a message, an agency's sheet. */
  readonly source: string | null;
}

const SOURCE_MAX = 200;

/**
 * Keeps where a creator can be reached. Personal data: the event names the kind alone, and so does a refusal. One
 * that is known changes nothing. Throws not-found, and bad-input for a value that its kind cannot have.
 */
export async function addContact(house: House, added: AddedContact): Promise<void> {
  const { kind, holder } = added;
  const value = added.value.trim();
  if (!isContact(kind, value)) {
    const rule = sentence(`kept.rule.contactRule.${kind}`);
    throw new ChoraleError("bad-input", rule, "value", [{ at: "value", rule, value: null }]);
  }
  const label = givenTextOrNone(added.source, "source", SOURCE_MAX) ?? "entered by hand";
  const provenance = { method: "measured", source: label, observedOn: null, trust: null } as const;
  const { workspaceId, newId } = house;
  await keepOfCreator(house, added, async (trx, creatorId) => {
    const known = await selectContacts(trx, workspaceId, creatorId);
    const same = (other: { kind: ContactKind; value: string }) =>
      other.kind === kind && contactKey(kind, other.value) === contactKey(kind, value);
    if (known.some(same)) return null;
    const source = await sourceId(trx, workspaceId, provenance, "contact", newId);
    await insertContact(trx, workspaceId, creatorId, { id: newId(), kind, value, holder, sourceId: source });
    return { verb: "contactAdded", after: { kind } };
  });
}
