import { useDebouncedValue } from "@mantine/hooks";
import { useQueries } from "@tanstack/react-query";
import type { FigureOrigins } from "#core/catalog/discovery/figureOrigins";
import type { FindDocument } from "#core/catalog/discovery/find/findDocument";
import { figureOriginsQuery } from "../doors/find.ts";
import { useWorkspace } from "../shell/workspace.ts";

/** Nobody opens a figure of a list that the next letter replaces. */
const PAUSE_MS = 250;

/**
 * Where the figures of found accounts come from, by account. Asked for page by page once the page is there: nobody waits
 * for it to see who was found.
 */
export function useFigureOrigins(
  pages: readonly FindDocument[],
): (accountId: string) => FigureOrigins | null {
  const workspace = useWorkspace();
  const [settled] = useDebouncedValue(pages, PAUSE_MS);
  const asked = useQueries({
    queries: settled
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
