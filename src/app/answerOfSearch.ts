import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { SEEN_MOST } from "#core/catalog/discovery/find/seenAccounts";
import type { SearchMark } from "#storage/savedSearches";
import type { House } from "./house.ts";
import { readSearch } from "./readSearch.ts";
import type { SearchIndexes } from "./searchIndexes.ts";

/** Who answers to a search now, as a look at it is kept. Throws as a search does. */
export async function answerOfSearch(
  house: House,
  indexes: SearchIndexes,
  params: FindParams,
): Promise<SearchMark> {
  const { text, alike, query } = await readSearch(house, params);
  const whole = { ...query, limit: 0, withFacets: false, idsMost: SEEN_MOST };
  const asked = { text, alike, isTyping: false, query: whole };
  const { answer } = await indexes.search(house, asked, { isPatient: true });
  return { seenAt: house.now(), seenTotal: answer.total, seenAccounts: answer.accountIds };
}
