import { tagKey } from "#core/catalog/tag";
import { deleteTag } from "#storage/tags";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

/** Takes a tag off a creator; one that they do not carry changes nothing. Throws not-found. */
export function untagCreator(house: House, untagged: OfCreator & { readonly tag: string }): Promise<void> {
  return keepOfCreator(house, untagged, async (trx, creatorId) => {
    const tag = await deleteTag(trx, house.workspaceId, creatorId, tagKey(untagged.tag));
    return tag === null ? null : { verb: "untagged", after: { tag } };
  });
}
