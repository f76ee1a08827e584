import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { creatorPricesForm } from "#api/contract/creatorPrices";
import { creatorForm } from "#api/contract/creators";
import { findForm } from "#api/contract/find";
import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { ask } from "./ask.ts";

export interface CreatorFilter {
  readonly query: string;
  readonly platform: string;
  readonly followersFrom: number | null;
  readonly followersBelow: number | null;
}

/** An account in a plain list. */
export interface CreatorRow {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly platform: string;
  readonly handle: string;
  readonly followers: number | null;
  readonly observedOn: string | null;
  readonly topics: readonly string[];
  readonly city: string | null;
  readonly country: string | null;
}

const PAGE_ROWS = 200;

/** The largest accounts first that a short search finds, page by page. */
export const creatorsQuery = (workspace: string, filter: CreatorFilter) =>
  infiniteQueryOptions({
    queryKey: ["creators", workspace, filter],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const found = await ask("creators", findForm, {
        query: {
          workspace,
          typing: filter.query === "" ? undefined : "true",
          query: filter.query || undefined,
          platform: filter.platform || undefined,
          "min-followers": filter.followersFrom ?? undefined,
          "max-followers": filter.followersBelow === null ? undefined : filter.followersBelow - 1,
          sort: "followers",
          facets: "false",
          after: pageParam || undefined,
          limit: PAGE_ROWS,
        },
      });
      return { total: found.total, next: found.next, creators: found.results.map(rowOf) };
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });

/** A found account as a plain list shows it. */
export function rowOf({ numbers, categories, ...creator }: FoundCreator): CreatorRow {
  const { id, name, accountId, platform, handle, topics } = creator;
  const { observedDay, followers } = numbers;
  const observedOn =
    observedDay === null ? null : new Date(observedDay * 86_400_000).toISOString().slice(0, 10);
  const { city, country } = categories;
  return { id, name, accountId, platform, handle, topics, followers, observedOn, city, country };
}

export const creatorQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["creators", workspace, "one", id],
    queryFn: () => ask(`creators/${id}`, creatorForm, { query: { workspace } }),
  });

export const creatorPricesQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ["creators", workspace, "prices", id],
    queryFn: () => ask(`creators/${id}/prices`, creatorPricesForm, { query: { workspace } }),
  });
