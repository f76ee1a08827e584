import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { deleteContacted } from "#storage/contacted";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

/** Takes the record of a talk away. Throws not-found for the creator or the record. */
export function removeContacted(house: House, removed: OfCreator & { readonly id: string }): Promise<void> {
  return keepOfCreator(house, removed, async (trx, creatorId) => {
    const { id } = removed;
    const onDate = isUuid(id) ? await deleteContacted(trx, house.workspaceId, creatorId, id) : null;
    if (onDate !== null) return { verb: "contactedRemoved", before: { onDate }, after: { onDate } };
    throw new ChoraleError("not-found", sentence("kept.rule.noContacted"), "contacted");
  });
}
