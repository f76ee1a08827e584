import { canonicalJson } from "#core/canonicalJson";
import { type FindParams, LOOK_PARAMS } from "#core/catalog/discovery/find/findParams";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { appendEvent } from "#storage/events";
import { isDuplicate } from "#storage/faults";
import { putSavedSearch, type SavedSearchRecord, type SearchMark } from "#storage/savedSearches";
import { answerOfSearch } from "./answerOfSearch.ts";
import { findSavedSearch } from "./findSavedSearch.ts";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import type { SearchIndexes } from "./searchIndexes.ts";

const NAME_MAX = 120;

export interface SearchToSave {
  /** Null: a new search; else its new name or what it now asks. */
  readonly id: string | null;
  readonly name: string;
  readonly params: FindParams;
  readonly actor: string;
}

/**
 * Keeps a search. Whoever answers to it now counts as seen; a new name alone leaves what was seen as it was. Throws
 * bad-input for an empty name and as a search does, not-found, and conflict for a name that another has.
 */
export async function saveSearch(
  house: House,
  indexes: SearchIndexes,
  { id, name, params, actor }: SearchToSave,
): Promise<SavedSearchRecord & Omit<SearchMark, "seenAccounts">> {
  const text = givenText(name, "name", NAME_MAX);
  const before = id === null ? null : await findSavedSearch(house, id);
  const asked = withoutLook(params);
  const isSame = before !== null && canonicalJson(before.params) === canonicalJson(asked);
  if (isSame && before.name === text) return withoutAccounts(before);
  const at = house.now();
  const record = { id: before?.id ?? house.newId(), name: text, params: asked, madeAt: before?.madeAt ?? at };
  const mark = isSame ? before : await answerOfSearch(house, indexes, asked);
  const { seenAt, seenTotal, seenAccounts } = mark;
  try {
    await inChange(house, async (trx) => {
      await putSavedSearch(trx, house.workspaceId, { ...record, seenAt, seenTotal, seenAccounts });
      await appendEvent(trx, house.workspaceId, {
        ...{ id: house.newId(), actor, noun: "search", nounId: record.id, at },
        verb: before === null ? "saved" : isSame ? "renamed" : "changed",
        ...{ before: before && { name: before.name }, after: { name: text } },
      });
    });
  } catch (caught) {
    if (!isDuplicate(caught)) throw caught;
    throw new ChoraleError("conflict", sentence("find.savedTaken", { name: text }), "name");
  }
  return { ...record, seenAt, seenTotal };
}

function withoutLook(params: FindParams): FindParams {
  const looks: readonly string[] = LOOK_PARAMS;
  return Object.fromEntries(
    Object.entries(params).filter(
      ([name, values]) => !looks.includes(name) && values.some((value) => value.trim() !== ""),
    ),
  );
}

function withoutAccounts({ seenAccounts: _, ...search }: SavedSearchRecord & SearchMark) {
  return search;
}
