import { addNote } from "#storage/notes";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

export const NOTE_MAX = 4000;

/** Writes a note about a creator. Throws not-found, and bad-input for an empty or long one. */
export async function noteCreator(house: House, noted: OfCreator & { readonly text: string }): Promise<void> {
  const text = givenText(noted.text, "text", NOTE_MAX);
  const note = { id: house.newId(), text, actor: noted.actor, at: house.now() };
  await keepOfCreator(house, noted, async (trx, creatorId) => {
    await addNote(trx, house.workspaceId, creatorId, note);
    return { verb: "noted", after: { note: note.id } };
  });
}
