import { NUMBERS } from "#core/catalog/discovery/figures";
import { writeCursor } from "#core/catalog/discovery/find/cursor";
import type { FacetValue, FindDocument, FoundCreator } from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Filter } from "#core/catalog/discovery/find/query";
import { type FindRequest, readFind } from "#core/catalog/discovery/find/readFind";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { selectLists } from "#storage/lists";
import { foundAccounts } from "#storage/search/foundAccounts";
import { fitPlan } from "./fitPlan.ts";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { openBrief } from "./openBrief.ts";
import type { Searched, SearchIndexes } from "./searchIndexes.ts";

export interface FindOptions {
  /** The last word of the query may be unfinished. */
  readonly isTyping?: boolean;
}

/**
 * Finds accounts. Throws bad-input for a search that breaks a rule or contradicts itself, not-found for a brief or a list
 * that is not there.
 */
export async function findCreators(
  house: House,
  indexes: SearchIndexes,
  params: FindParams,
  { isTyping = false }: FindOptions = {},
): Promise<FindDocument> {
  const reference = await houseReference(house);
  const { baseCurrency } = house.workspace;
  const today = dayOf(house.now().getTime());
  const { text, briefId, similarTo: _, ...request } = readFind(params, { reference, baseCurrency, today });
  const brief = briefId === null ? null : (await openBrief(house, briefId)).brief;
  const filters = [
    ...(await withListIds(house, request.filters)),
    ...(brief ? ofBrief(request, brief.platforms) : []),
  ];
  const fit = brief && (await fitPlan(house, brief));
  const searched = await indexes.search(house, { text, isTyping, query: { ...request, filters, fit } });
  return describe(house, searched, request);
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
  if (!filters.some((filter) => filter.kind === "keyed" && filter.name === "list")) return [...filters];
  const lists = await selectLists(house.db, house.workspaceId);
  const idOf = (word: string) => {
    const found = lists.find(({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase());
    if (!found) throw new ChoraleError("not-found", sentence("find.noList", { name: word }), "list");
    return found.id;
  };
  return filters.map((filter) =>
    filter.kind === "keyed" && filter.name === "list" ? { ...filter, keys: filter.keys.map(idOf) } : filter,
  );
}

async function describe(
  house: House,
  { answer, words, isBehind }: Searched,
  { sort, limit }: Pick<FindRequest, "sort" | "limit">,
): Promise<FindDocument> {
  const accounts = await foundAccounts(
    house.db,
    house.workspaceId,
    answer.ranked.map(({ accountId }) => accountId),
  );
  const results = answer.ranked.flatMap(({ accountId, key, figures, fit }): FoundCreator[] => {
    const account = accounts.get(accountId);
    if (!account) return [];
    const { id: _, creatorId, ...shown } = account;
    return [
      {
        id: creatorId,
        accountId,
        ...shown,
        ...figures,
        match: sort.by === "match" && words ? key : null,
        fit,
      },
    ];
  });
  const last = answer.ranked.length < limit ? undefined : answer.ranked.at(-1);
  return {
    ...{ total: answer.total, unknown: answer.unknown, results },
    facets: Object.fromEntries(
      [...answer.facets].map(([name, { counts, unknown }]) => [
        name,
        { values: facetValues(name, counts), unknown },
      ]),
    ),
    next: last ? writeCursor(last) : null,
    words: words?.groups ?? null,
    currency: house.workspace.baseCurrency,
    notes: isBehind ? [sentence("find.behind")] : ([] as Sentence[]),
  };
}

/** The commonest first; the bands of a number in their order, with their bounds. */
function facetValues(name: string, counts: ReadonlyMap<string, number>): FacetValue[] {
  const values = [...counts].map(([key, count]) => ({ key, count }));
  const bands = name in NUMBERS ? NUMBERS[name as keyof typeof NUMBERS].bands : null;
  if (bands === null) return values.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return values
    .sort((a, b) => Number(a.key) - Number(b.key))
    .map((value) => ({
      ...value,
      from: bands[Number(value.key) - 1] ?? null,
      below: bands[Number(value.key)] ?? null,
    }));
}
