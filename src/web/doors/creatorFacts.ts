import { queryOptions } from "@tanstack/react-query";
import { type CollaborationRequest, creatorFactsForm } from "#api/contract/creatorFacts";
import { ask } from "./ask.ts";

/** `topic` is one more word to measure; empty: the topics of the accounts. */
export const creatorFactsQuery = (workspace: string, creatorId: string, topic: string) =>
  queryOptions({
    queryKey: ["creators", workspace, creatorId, "facts", topic],
    queryFn: () =>
      ask(`creators/${creatorId}/facts`, creatorFactsForm, {
        query: { workspace, topic: topic === "" ? undefined : topic },
      }),
    placeholderData: (before) => before,
  });

export const recordCollaboration = (workspace: string, creatorId: string, body: CollaborationRequest) =>
  ask(`creators/${creatorId}/collaborations`, creatorFactsForm, {
    method: "POST",
    query: { workspace },
    body,
  });
