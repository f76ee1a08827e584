import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { figureOriginsForm, findForm } from "#api/contract/find";
import type { FindDocument, FoundCreator } from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { ask } from "./ask.ts";

/** How long an answer may not yet know what was just written, or have learned. */
const BEHIND_MS = 1500;
const PASSING_NOTES: readonly string[] = ["find.behind", "find.learning"];
const CSV_PAGE_ROWS = 500;

/** A search, page by page; facets and words come with the first. `isTyping`: its last word may be unfinished. */
export const foundQuery = (workspace: string, params: FindParams, isTyping: boolean) =>
  infiniteQueryOptions({
    queryKey: ["creators", workspace, "found", params, isTyping],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      ask("creators", findForm, {
        query: {
          ...params,
          workspace,
          typing: isTyping ? "true" : undefined,
          facets: pageParam === "" ? undefined : "false",
          after: pageParam || undefined,
        },
        signal,
      }),
    getNextPageParam: (last: FindDocument) => last.next ?? undefined,
    refetchInterval: ({ state }) => askAgainAfter(state.data?.pages[0]),
  });

/** Where the figures of a page of found accounts come from. */
export const figureOriginsQuery = (workspace: string, accountIds: readonly string[]) =>
  queryOptions({
    queryKey: ["creators", workspace, "origins", accountIds],
    queryFn: ({ signal }) =>
      ask("creators/figure-origins", figureOriginsForm, {
        query: { workspace, accounts: accountIds.join(",") },
        signal,
      }),
  });

/** How many accounts there are to search in; null: some were written that nobody has counted yet. */
export const catalogQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["creators", workspace, "catalog"],
    queryFn: () => ask("creators", findForm, { query: { workspace, limit: 0, facets: "false" } }),
    select: (found) => (found.total === 0 && isUnfinished(found) ? null : found.total),
    refetchInterval: ({ state }) => askAgainAfter(state.data),
  });

const isUnfinished = (found: FindDocument | undefined) =>
  found?.notes.some(({ key }) => PASSING_NOTES.includes(key)) ?? false;
const askAgainAfter = (found: FindDocument | undefined) => (isUnfinished(found) ? BEHIND_MS : false);

/** All that a search finds, in its order, up to so many. */
export async function allFound(
  workspace: string,
  params: FindParams,
  isTyping: boolean,
  rowsMax: number,
): Promise<readonly FoundCreator[]> {
  const rows: FoundCreator[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(CSV_PAGE_ROWS, rowsMax - rows.length);
    const typing = isTyping ? "true" : undefined;
    const query = { ...params, workspace, typing, facets: "false", limit, after };
    const page: FindDocument = await ask("creators", findForm, { query });
    rows.push(...page.results);
    after = page.next ?? undefined;
  } while (after !== undefined && rows.length < rowsMax);
  return rows;
}
