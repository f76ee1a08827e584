import { queryOptions } from "@tanstack/react-query";
import { bookingsForm, brandForm, brandsForm, briefBrandRequest } from "#api/contract/brands";
import { brandAliasesForm } from "#api/contract/creatorFacts";
import { ask } from "./ask.ts";

export const brandsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["brands", workspace],
    queryFn: () => ask("brands", brandsForm, { query: { workspace } }),
  });

export const bookingsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["brands", workspace, "bookings"],
    queryFn: () => ask("bookings", bookingsForm, { query: { workspace } }),
  });

/** With an id, its new name. */
export const saveBrand = (workspace: string, id: string | null, name: string) =>
  ask("brands", brandForm, { method: "PUT", query: { workspace }, body: { id, name } });

/** Other names under which people write about it; they replace those before. */
export const nameBrand = (workspace: string, id: string, aliases: readonly string[]) =>
  ask(`brands/${id}/aliases`, brandAliasesForm, { method: "PUT", query: { workspace }, body: { aliases } });

export const setBrandOfBrief = (workspace: string, briefId: string, brandId: string | null) =>
  ask(`briefs/${briefId}/brand`, briefBrandRequest, {
    method: "PUT",
    query: { workspace },
    body: { brandId },
  });
