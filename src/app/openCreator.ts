import type { Creator } from "#core/catalog/creator";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { loadCreators } from "#storage/creators";
import type { House } from "./house.ts";
import { creatorThere } from "./keepOfCreator.ts";

/**
 * One creator with every account, snapshot, post, share and price; of one that was merged, the creator that it is now.
 * Throws not-found.
 */
export async function openCreator(house: House, id: string): Promise<Creator> {
  const [creator] = await loadCreators(house.db, house.workspaceId, [await creatorThere(house, id)]);
  if (!creator) throw new ChoraleError("not-found", sentence("catalog.creator.missing", { id }), "id");
  return creator;
}
