import { SEEN_MOST } from "#core/catalog/discovery/find/seenAccounts";
import { ChoraleError } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";
import { type SavedSearchRecord, type SearchMark, selectSavedSearches } from "#storage/savedSearches";
import type { House } from "./house.ts";
import { readSearch } from "./readSearch.ts";
import type { SearchIndexes } from "./searchIndexes.ts";

/** How a saved search stands now. */
export type SavedSearchState =
  | { readonly is: "counted"; readonly total: number; readonly new: number }
  /** More answered at the last look than are kept: who is new cannot be told. */
  | { readonly is: "too-many"; readonly total: number; readonly says: Sentence }
  /** It names something that is there no more, or that a search no longer knows. */
  | { readonly is: "broken"; readonly says: Sentence };

export interface SavedSearch extends SavedSearchRecord {
  readonly seenAt: Date;
  readonly seenTotal: number;
  readonly state: SavedSearchState;
}

/** Every saved search by name, with how many answer now and how many of them did not at the last look. */
export async function listSavedSearches(house: House, indexes: SearchIndexes): Promise<SavedSearch[]> {
  const saved = await selectSavedSearches(house.db, house.workspaceId);
  return Promise.all(
    saved.map(async ({ seenAccounts, ...search }) => ({
      ...search,
      state: await stateOf(house, indexes, { ...search, seenAccounts }),
    })),
  );
}

/** Throws what is no fault of the search's own. */
async function stateOf(
  house: House,
  indexes: SearchIndexes,
  { params, seenAccounts, seenTotal }: SavedSearchRecord & SearchMark,
): Promise<SavedSearchState> {
  try {
    const { text, alike, query } = await readSearch(house, params);
    const count = async (notAmong?: Uint8Array) => {
      const counted = { ...query, limit: 0, withFacets: false, notAmong };
      const asked = { text, alike, isTyping: false, query: counted };
      return (await indexes.search(house, asked, { isPatient: true })).answer.total;
    };
    const total = await count();
    if (seenAccounts) return { is: "counted", total, new: await count(seenAccounts) };
    const says = sentence("find.tooManySeen", { total: seenTotal, most: SEEN_MOST });
    return { is: "too-many", total, says };
  } catch (caught) {
    const isItsOwn =
      caught instanceof ChoraleError && (caught.code === "not-found" || caught.code === "bad-input");
    if (isItsOwn) return { is: "broken", says: caught.sentence };
    throw caught;
  }
}
