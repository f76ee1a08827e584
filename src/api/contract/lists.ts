import { z } from "zod";
import type { Creator } from "#core/catalog/creator";
import { listForm } from "./kept.ts";

/** GET /api/v1/lists */
export const listsForm = z.object({ lists: z.array(listForm).readonly() });

/** PUT /api/v1/lists: with an id, its new name. */
export const listRequest = z.object({ id: z.string().nullable().default(null), name: z.string() });

/** GET /api/v1/lists/:id: whole creators, their posts aside, in the order in which they were put into it. */
export const openListForm = z.object({
  list: listForm,
  creators: z.custom<readonly Creator[]>(Array.isArray),
});

/** PUT and DELETE /api/v1/lists/:id/members */
export const membersRequest = z.object({ creatorIds: z.array(z.string()).max(10_000).readonly() });

/** How many were put in or taken out. */
export const membersForm = z.object({ moved: z.number() });

/** DELETE /api/v1/lists/:id */
export const listRemovedForm = z.object({ id: z.string() });
