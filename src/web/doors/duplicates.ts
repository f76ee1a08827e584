import { queryOptions } from "@tanstack/react-query";
import { duplicatesForm } from "#api/contract/duplicates";
import { ask } from "./ask.ts";

/** Of one creator, or null: of the whole workspace. */
export const duplicatesQuery = (workspace: string, creatorId: string | null) =>
  queryOptions({
    queryKey: ["creators", workspace, "duplicates", creatorId],
    queryFn: () =>
      ask(creatorId === null ? "duplicates" : `creators/${creatorId}/duplicates`, duplicatesForm, {
        query: { workspace },
      }),
  });
