import { tagKey, tagText } from "#core/catalog/tag";
import { addTag } from "#storage/tags";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

export const TAG_MAX = 60;

/** Tags a creator; a tag known in another spelling keeps its first. Throws not-found, and bad-input for an empty or long one. */
export async function tagCreator(house: House, tagged: OfCreator & { readonly tag: string }): Promise<void> {
  const text = givenText(tagText(tagged.tag), "tag", TAG_MAX);
  await keepOfCreator(house, tagged, async (trx, creatorId) => {
    const tag = await addTag(trx, house.workspaceId, creatorId, { key: tagKey(text), text });
    return tag === null ? null : { verb: "tagged", after: { tag } };
  });
}
