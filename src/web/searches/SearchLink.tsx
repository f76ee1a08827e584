import type { ReactNode } from "react";
import type { SavedSearchForm } from "#api/contract/searches";
import { useWorkspace } from "../shell/workspace.ts";

/** Leads to what a saved search finds now, with the new ones marked or alone. */
export function SearchLink({
  search: { id, params },
  isOnlyNew = false,
  label,
  children,
}: {
  search: SavedSearchForm;
  isOnlyNew?: boolean;
  label?: string;
  children: ReactNode;
}) {
  const workspace = useWorkspace();
  const said = { ...params, "new-since": [id], ...(isOnlyNew ? { "only-new": ["true"] } : {}) };
  const pairs = Object.entries(said).flatMap(([name, values]) => values.map((value) => [name, value]));
  return (
    <a href={`/${workspace}/creators?${new URLSearchParams(pairs)}`} aria-label={label}>
      {children}
    </a>
  );
}
