import type { House } from "./house.ts";
import { creatorThere, type OfCreator } from "./keepOfCreator.ts";
import { tagCreators } from "./tagCreators.ts";

/** Tags a creator as `tagCreators` does, of one that was merged the creator that it is now. Throws not-found, too. */
export async function tagCreator(
  house: House,
  { creatorId, tag, actor }: OfCreator & { readonly tag: string },
): Promise<void> {
  await tagCreators(house, { creatorIds: [await creatorThere(house, creatorId)], tag, actor });
}
