import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { deleteNote } from "#storage/notes";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

/** Takes a note away. Throws not-found for the creator or the note. */
export function removeNote(house: House, removed: OfCreator & { readonly id: string }): Promise<void> {
  return keepOfCreator(house, removed, async (trx, creatorId) => {
    const { id } = removed;
    if (isUuid(id) && (await deleteNote(trx, house.workspaceId, creatorId, id)))
      return { verb: "noteRemoved", before: { note: id } };
    throw new ChoraleError("not-found", sentence("kept.rule.noNote"), "note");
  });
}
