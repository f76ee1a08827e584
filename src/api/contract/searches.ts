import { z } from "zod";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { sentenceForm } from "./sentence.ts";

/** As GET /api/v1/creators takes them: each parameter with its values. */
const paramsForm: z.ZodType<FindParams> = z.record(z.string(), z.array(z.string()).max(1000).readonly());

const savedForm = {
  id: z.string(),
  name: z.string(),
  params: paramsForm,
  madeAt: z.coerce.date(),
  /** When it was last looked at, and how many accounts answered then. */
  seenAt: z.coerce.date(),
  seenTotal: z.int(),
};

/** GET /api/v1/searches */
export const searchesForm = z.object({
  searches: z
    .array(
      z.object({
        ...savedForm,
        state: z.discriminatedUnion("is", [
          /** How many answer now, and how many of them did not when it was last looked at. */
          z.object({ is: z.literal("counted"), total: z.int(), new: z.int() }),
          z.object({ is: z.literal("too-many"), total: z.int(), says: sentenceForm }),
          z.object({ is: z.literal("broken"), says: sentenceForm }),
        ]),
      }),
    )
    .readonly(),
});
export type SavedSearchForm = z.infer<typeof searchesForm>["searches"][number];

/** PUT /api/v1/searches: with an id, its new name or what it now asks. */
export const searchRequest = z.object({
  id: z.string().nullable().default(null),
  name: z.string(),
  params: paramsForm,
});
export const searchForm = z.object(savedForm);

/** POST /api/v1/searches/:id/seen: how many new ones were shown; null: nobody counted. */
export const seenRequest = z.object({ shown: z.int().min(0).nullable().default(null) });

/** DELETE /api/v1/searches/:id, POST /api/v1/searches/:id/seen */
export const searchIdForm = z.object({ id: z.string() });
