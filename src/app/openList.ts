import type { Creator } from "#core/catalog/creator";
import { loadCreators } from "#storage/creators";
import { type ListRecord, selectMembers } from "#storage/lists";
import type { House } from "./house.ts";
import { findList } from "./saveList.ts";

/** A list with whole creators, in the order in which they were put into it, without their posts. Throws not-found. */
export async function openList(
  house: House,
  id: string,
): Promise<{ readonly list: ListRecord; readonly creators: readonly Creator[] }> {
  const list = await findList(house, id);
  const ids = await selectMembers(house.db, house.workspaceId, id);
  const creators = ids.length === 0 ? [] : await loadCreators(house.db, house.workspaceId, ids, 0);
  const place = new Map(ids.map((each, i) => [each, i]));
  return { list, creators: creators.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) };
}
