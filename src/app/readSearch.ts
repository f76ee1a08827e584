import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Filter, FindQuery } from "#core/catalog/discovery/find/query";
import { type FindRequest, readFind } from "#core/catalog/discovery/find/readFind";
import { mergeIds, SEEN_MOST } from "#core/catalog/discovery/find/seenAccounts";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { SearchMark } from "#storage/savedSearches";
import { alikeTo } from "./alikeTo.ts";
import { findSavedSearch } from "./findSavedSearch.ts";
import { fitPlan } from "./fitPlan.ts";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { listCalled } from "./listCalled.ts";
import { openBrief } from "./openBrief.ts";

/** A search as the index is asked it, with the last look at the saved search that it names. */
export interface ReadSearch {
  readonly text: string;
  /** What of the text is not looked for. */
  readonly notes: readonly Sentence[];
  /** Weighted words of creators, one by one, whose alike are sought. */
  readonly alike: readonly ReadonlyMap<string, number>[];
  /** Of the same creators, as they write them. */
  readonly hashtags: readonly string[];
  readonly query: Omit<FindQuery, "words">;
  readonly since: SearchMark | null;
}

/**
 * Reads a search and looks up what it names. Throws bad-input for one that breaks a rule or contradicts itself, not-found
 * for a brief, a list or a saved search that is not there.
 */
export async function readSearch(house: House, params: FindParams): Promise<ReadSearch> {
  const reference = await houseReference(house);
  const { baseCurrency } = house.workspace;
  const today = dayOf(house.now().getTime());
  const read = readFind(params, { reference, baseCurrency, today });
  const { text, notes, briefId, similarTo, newSince, isOnlyNew, ...request } = read;
  const brief = briefId === null ? null : (await openBrief(house, briefId)).brief;
  const filters = [
    ...(await withListIds(house, request.filters)),
    ...(brief ? ofBrief(request, brief.platforms) : []),
  ];
  const fit = brief && (await fitPlan(house, brief));
  const since = newSince === null ? null : await findSavedSearch(house, newSince);
  const { alike, hashtags, themselves } = await alikeTo(house, similarTo, reference.topics);
  const seen = isOnlyNew && since ? seenBefore(since) : null;
  const notAmong = mergeIds([themselves, seen ?? new Uint8Array(0)], Number.POSITIVE_INFINITY) ?? undefined;
  return { text, notes, alike, hashtags, query: { ...request, filters, fit, notAmong }, since };
}

function seenBefore({ seenAccounts, seenTotal }: SearchMark): Uint8Array {
  if (seenAccounts) return seenAccounts;
  const rule = sentence("find.tooManySeen", { total: seenTotal, most: SEEN_MOST });
  throw new ChoraleError("bad-input", rule, "only-new", [{ at: "only-new", rule, value: seenTotal }]);
}

/** A brief's platforms are hard: who is elsewhere cannot be booked for it. */
function ofBrief({ filters }: Pick<FindRequest, "filters">, platforms: readonly string[]): Filter[] {
  const isSaid = filters.some((filter) => filter.kind === "category" && filter.name === "platform");
  return isSaid || platforms.length === 0
    ? []
    : [{ kind: "category", name: "platform", keys: platforms, none: false }];
}

/** Lists are said by name or by id. */
async function withListIds(house: House, filters: readonly Filter[]): Promise<Filter[]> {
  const idOf = async (word: string) => (await listCalled(house, word)).id;
  return Promise.all(
    filters.map(async (filter) =>
      filter.kind === "keyed" && filter.name === "list"
        ? { ...filter, keys: await Promise.all(filter.keys.map(idOf)) }
        : filter,
    ),
  );
}
