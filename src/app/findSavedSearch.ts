import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { type SavedSearchRecord, type SearchMark, selectSavedSearches } from "#storage/savedSearches";
import type { House } from "./house.ts";

/** A saved search by its id or its name. Throws not-found. */
export async function findSavedSearch(house: House, word: string): Promise<SavedSearchRecord & SearchMark> {
  const saved = await selectSavedSearches(house.db, house.workspaceId);
  const found = saved.find(({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase());
  if (found) return found;
  throw new ChoraleError("not-found", sentence("find.noSaved", { name: word }), "search");
}
