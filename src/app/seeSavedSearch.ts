import { countNew } from "#core/catalog/discovery/find/seenAccounts";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { appendEvent } from "#storage/events";
import { putSavedSearch } from "#storage/savedSearches";
import { answerOfSearch } from "./answerOfSearch.ts";
import { findSavedSearch } from "./findSavedSearch.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import type { SearchIndexes } from "./searchIndexes.ts";

export interface SearchSeen {
  readonly id: string;
  /** How many new ones were shown; null: nobody counted them. */
  readonly shown: number | null;
  readonly actor: string;
}

/**
 * Says that whoever answers to a saved search now has been looked at. Throws not-found, as the search itself does, and
 * conflict when more or fewer are new than were shown: whoever came meanwhile would be passed over unseen.
 */
export async function seeSavedSearch(
  house: House,
  indexes: SearchIndexes,
  { id, shown, actor }: SearchSeen,
): Promise<void> {
  const search = await findSavedSearch(house, id);
  const mark = await answerOfSearch(house, indexes, search.params);
  const [now, before] = [mark.seenAccounts, search.seenAccounts];
  const found = now && before && countNew(now, before);
  if (shown !== null && found !== null && found !== shown)
    throw new ChoraleError("conflict", sentence("find.seenMeanwhile", { shown, found }), "shown");
  await inChange(house, async (trx) => {
    await putSavedSearch(trx, house.workspaceId, { ...search, ...mark });
    await appendEvent(trx, house.workspaceId, {
      ...{ id: house.newId(), actor, noun: "search", nounId: search.id, verb: "seen", at: house.now() },
      ...{ before: null, after: { name: search.name } },
    });
  });
}
