import { queryOptions } from "@tanstack/react-query";
import { finderForm } from "#api/contract/finder";
import { ask } from "./ask.ts";

export type FinderAsked = Readonly<
  Partial<Record<"brief" | "market" | "topics" | "platforms" | "cities", string>>
>;

export const finderQuery = (workspace: string, asked: FinderAsked) =>
  queryOptions({
    queryKey: ["finder", workspace, asked],
    queryFn: () => ask("finder", finderForm, { query: { workspace, ...asked } }),
    staleTime: 600_000,
  });
