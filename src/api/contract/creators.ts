import { z } from "zod";
import type { Creator } from "#core/catalog/creator";

/** GET /api/v1/creators: a page of the list; a tier is asked for as its band of followers, [from, below). */
export const creatorQuery = z.object({
  query: z.string().max(200).default(""),
  platform: z.string().max(40).default(""),
  followersFrom: z.coerce.number().min(0).optional(),
  followersBelow: z.coerce.number().min(0).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const creatorRow = z.object({
  id: z.string(),
  name: z.string(),
  accountId: z.string(),
  platform: z.string(),
  handle: z.string(),
  followers: z.number().nullable(),
  observedOn: z.string().nullable(),
  topics: z.array(z.string()).readonly(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type CreatorRow = z.infer<typeof creatorRow>;

export const creatorListForm = z.object({ total: z.number(), creators: z.array(creatorRow).readonly() });

/** GET /api/v1/creators/:id */
export const creatorForm = z.object({
  creator: z.custom<Creator>(
    (value) => typeof value === "object" && value !== null && Array.isArray((value as Creator).accounts),
  ),
});
