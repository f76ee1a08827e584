import { queryOptions } from "@tanstack/react-query";
import { assumptionsForm } from "#api/contract/assumptions";
import { ask } from "./ask.ts";

/** A figure as the user enters it; without a range, the replaced figure's relative spread is kept. */
export interface EnteredAssumption {
  readonly key: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source?: string;
}

export const assumptionsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["assumptions", workspace],
    queryFn: () => ask("assumptions", assumptionsForm, { query: { workspace } }),
  });

export const changeAssumption = (workspace: string, entered: EnteredAssumption) =>
  ask("assumptions", assumptionsForm, {
    method: "PUT",
    query: { workspace },
    body: { assumptions: [entered] },
  });
