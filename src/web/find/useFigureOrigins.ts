import { useQueries } from "@tanstack/react-query";
import type { FigureOrigins } from "#core/catalog/discovery/figureOrigins";
import type { FindDocument } from "#core/catalog/discovery/find/findDocument";
import { figureOriginsQuery } from "../doors/find.ts";
import { useWorkspace } from "../shell/workspace.ts";

/**
 * Where the figures of found accounts come from, by account. Asked for page by page once the page is there: nobody waits
 * for it to see who was found.
 */
export function useFigureOrigins(
  pages: readonly FindDocument[],
): (accountId: string) => FigureOrigins | null {
  const workspace = useWorkspace();
  const asked = useQueries({
    queries: pages
      .filter(({ results }) => results.length > 0)
      .map(({ results }) =>
        figureOriginsQuery(
          workspace,
          results.map(({ accountId }) => accountId),
        ),
      ),
  });
  return (accountId) => {
    for (const { data } of asked) {
      const found = data?.origins[accountId];
      if (found) return found;
    }
    return null;
  };
}
