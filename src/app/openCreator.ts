import type { Creator } from "#core/catalog/creator";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { loadCreators } from "#storage/creators";
import type { House } from "./house.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One creator with every account, snapshot, post, share and price. Throws not-found. */
export async function openCreator(house: House, id: string): Promise<Creator> {
  const [creator] = ID.test(id) ? await loadCreators(house.db, house.workspaceId, [id]) : [];
  if (!creator) throw new ChoraleError("not-found", sentence("catalog.creator.missing", { id }), "id");
  return creator;
}
