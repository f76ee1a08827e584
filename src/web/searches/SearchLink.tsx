import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SavedSearchForm } from "#api/contract/searches";
import { writeAddress } from "../find/findAddress.ts";
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
  const asked = { ...params, "new-since": [id], ...(isOnlyNew ? { "only-new": ["true"] } : {}) };
  return (
    <Link to="/$workspace/creators" params={{ workspace }} search={writeAddress(asked)} aria-label={label}>
      {children}
    </Link>
  );
}
