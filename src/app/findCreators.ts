import { readConcepts, readWrittenWords } from "#connectors/data/readConcepts";
import { NUMBERS } from "#core/catalog/discovery/figures";
import { writeCursor } from "#core/catalog/discovery/find/cursor";
import type {
  FacetShown,
  FacetValue,
  FindDocument,
  FoundCreator,
} from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { FindQuery } from "#core/catalog/discovery/find/query";
import { isAmong } from "#core/catalog/discovery/find/seenAccounts";
import { nearestQuery } from "#core/catalog/discovery/nearestQuery";
import { sentence } from "#core/sentence";
import type { SearchMark } from "#storage/savedSearches";
import { foundAccounts } from "#storage/search/foundAccounts";
import type { House } from "./house.ts";
import { type ReadSearch, readSearch } from "./readSearch.ts";
import { refuseUnknownTopics } from "./refuseUnknownTopics.ts";
import type { Searched, SearchIndexes } from "./searchIndexes.ts";

export interface FindOptions {
  /** The last word of the query may be unfinished. */
  readonly isTyping?: boolean;
}

/**
 * Finds accounts. Throws bad-input for a search that breaks a rule or contradicts itself, not-found for a brief, a list or
 * a saved search that is not there.
 */
export async function findCreators(
  house: House,
  indexes: SearchIndexes,
  params: FindParams,
  { isTyping = false }: FindOptions = {},
): Promise<FindDocument> {
  const { since, hashtags, notes, ...read } = await readSearch(house, params);
  const waits = since === null ? {} : { isPatient: true };
  const searched = await indexes.search(house, { ...read, isTyping }, waits);
  const isNobody = searched.answer.total === 0;
  await refuseUnknownTopics(house, indexes, read.query, searched.answer);
  const meant = isNobody && !isTyping ? await meantQuery(house, indexes, read) : null;
  return describe(house, searched, read.query, {
    meant,
    hashtags,
    notes,
    seenAccounts: since?.seenAccounts ?? null,
  });
}

/** What was most likely meant by words that found nobody, where that finds somebody under the same conditions. */
async function meantQuery(
  house: House,
  indexes: SearchIndexes,
  { text, alike, query }: Pick<ReadSearch, "text" | "alike" | "query">,
): Promise<string | null> {
  const meant = nearestQuery(text, readConcepts());
  if (meant === null) return null;
  const counted = { ...query, limit: 0, withFacets: false };
  const { answer } = await indexes.search(house, { text: meant, alike, isTyping: false, query: counted });
  return answer.total > 0 ? meant : null;
}

async function describe(
  house: House,
  { answer, words, isBehind, isLearning }: Searched,
  { sort, limit }: Pick<FindQuery, "sort" | "limit">,
  {
    meant,
    hashtags,
    notes,
    seenAccounts,
  }: Pick<FindDocument, "meant"> & Pick<ReadSearch, "hashtags" | "notes"> & Pick<SearchMark, "seenAccounts">,
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
        isNew: seenAccounts && !isAmong(seenAccounts, accountId),
      },
    ];
  });
  const written = readWrittenWords();
  const last = answer.ranked.length < limit ? undefined : answer.ranked.at(-1);
  return {
    ...{ total: answer.total, unknown: answer.unknown, results },
    facets: Object.fromEntries(
      [...answer.facets].map(([name, { counts, unknown }]) => [
        name,
        shown(facetValues(name, counts), unknown),
      ]),
    ),
    next: last ? writeCursor(last) : null,
    words:
      words?.groups.map((group) =>
        group.word === "" ? written.sayAlike(group, hashtags) : written.sayGroup(group),
      ) ?? null,
    meant,
    currency: house.workspace.baseCurrency,
    notes: [
      ...notes,
      ...(isBehind ? [sentence("find.behind")] : []),
      ...(isLearning ? [sentence("find.learning")] : []),
    ],
  };
}

/** Of brands or cities there can be thousands: a page shows the commonest. */
const FACET_VALUES_MOST = 200;

function shown(values: readonly FacetValue[], unknown: number): FacetShown {
  const most = values.slice(0, FACET_VALUES_MOST);
  return { values: most, more: values.length - most.length, unknown };
}

/** The commonest first; the bands of a number in their order, with their bounds; ages from the shortest. */
function facetValues(name: string, counts: ReadonlyMap<string, number>): FacetValue[] {
  const values = [...counts].map(([key, count]) => ({ key, count }));
  const bands = name in NUMBERS ? NUMBERS[name as keyof typeof NUMBERS].bands : null;
  if (bands === null) return values.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return values
    .sort((a, b) => Number(a.key) - Number(b.key))
    .map((value) =>
      bands.length === 0
        ? value
        : {
            ...value,
            from: bands[Number(value.key) - 1] ?? null,
            below: bands[Number(value.key)] ?? null,
          },
    );
}
