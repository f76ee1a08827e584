import { queryOptions } from "@tanstack/react-query";
import { findForm } from "#api/contract/find";
import { ask } from "./ask.ts";

const ROWS = 8;

/** Accounts of other creators that have most of a creator's telling words, best first. */
export const similarQuery = (workspace: string, creatorId: string) =>
  queryOptions({
    queryKey: ["creators", workspace, "similar", creatorId],
    queryFn: () =>
      ask("creators", findForm, { query: { workspace, similar: creatorId, limit: ROWS, facets: "false" } }),
  });
