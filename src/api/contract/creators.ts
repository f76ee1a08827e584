import { z } from "zod";
import type { Creator } from "#core/catalog/creator";

/** GET /api/v1/creators/:id */
export const creatorForm = z.object({
  creator: z.custom<Creator>(
    (value) => typeof value === "object" && value !== null && Array.isArray((value as Creator).accounts),
  ),
});
