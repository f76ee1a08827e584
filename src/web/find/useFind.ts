import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { useWorkspace } from "../shell/workspace.ts";
import { type FindAddress, readAddress, writeAddress } from "./findAddress.ts";

/** New values of parameters; none takes one away. `isTyped`: one of many changes in a row, of which "back" undoes all. */
export type Change = (patch: FindParams, options?: { readonly isTyped?: boolean }) => void;

/** The search of the page's address, and how to change it. */
export function useFind(): {
  readonly params: FindParams;
  readonly change: Change;
  readonly clear: () => void;
} {
  const address = useSearch({ strict: false }) as FindAddress;
  const workspace = useWorkspace();
  const go = useNavigate();
  const params = useMemo(() => readAddress(address), [address]);
  const visit = (replace: boolean, next: (before: FindParams) => FindParams) =>
    void go({
      ...{ to: "/$workspace/creators", params: { workspace }, replace, resetScroll: false },
      search: (before: FindAddress) => writeAddress(next(readAddress(before))),
    });
  return {
    params,
    change: (patch, { isTyped = false } = {}) =>
      visit(isTyped && Object.keys(patch).some((param) => params[param] !== undefined), (before) => ({
        ...before,
        ...patch,
      })),
    // How results are ordered and tiers are named is no condition.
    clear: () =>
      visit(false, (before) =>
        Object.fromEntries(Object.entries(before).filter(([param]) => KEPT.includes(param))),
      ),
  };
}

const KEPT = ["sort", "brief", "tier-policy"];
