import { z } from "zod";

/** GET /api/v1/briefs */
export const briefListForm = z.object({
  briefs: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        brandId: z.string().nullable(),
        version: z.number(),
        frozenOn: z.string().nullable(),
      }),
    )
    .readonly(),
});

/** POST /api/v1/briefs: the document as written; with an id, a new version of that brief. */
export const briefRequest = z.object({
  id: z.string().nullable().default(null),
  document: z.record(z.string(), z.unknown()),
});

/** GET /api/v1/briefs/:id, and the answer to POST */
export const briefForm = z.object({
  id: z.string(),
  version: z.number(),
  brandId: z.string().nullable(),
  document: z.record(z.string(), z.unknown()),
  frozenOn: z.string().nullable(),
});
export type BriefForm = z.infer<typeof briefForm>;
