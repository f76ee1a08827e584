import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { creatorPricesForm } from "#api/contract/creatorPrices";
import { creatorForm, creatorListForm } from "#api/contract/creators";
import { ask } from "./ask.ts";

export interface CreatorFilter {
  readonly query: string;
  readonly platform: string;
  readonly followersFrom: number | null;
  readonly followersBelow: number | null;
}

const PAGE_ROWS = 200;

export const creatorsQuery = (workspace: string, filter: CreatorFilter) =>
  infiniteQueryOptions({
    queryKey: ["creators", workspace, filter],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      ask("creators", creatorListForm, {
        query: {
          workspace,
          query: filter.query,
          platform: filter.platform,
          followersFrom: filter.followersFrom ?? undefined,
          followersBelow: filter.followersBelow ?? undefined,
          offset: pageParam,
          limit: PAGE_ROWS,
        },
      }),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.creators.length, 0);
      return loaded < last.total && last.creators.length > 0 ? loaded : undefined;
    },
    placeholderData: (before) => before,
  });

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
