import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { findSavedSearch } from "./findSavedSearch.ts";
import type { House } from "./house.ts";

/**
 * A saved search as it is asked again, by its id or name: whoever is new is marked, and what is said beside it stands in
 * place of its own words. Throws not-found.
 */
export async function openSavedSearch(house: House, word: string, said: FindParams): Promise<FindParams> {
  const { id, params } = await findSavedSearch(house, word);
  return { ...params, ...said, "new-since": [id] };
}
