import { z } from "zod";

export const brandForm = z.object({ id: z.string(), name: z.string() });

/** GET /api/v1/brands */
export const brandsForm = z.object({ brands: z.array(brandForm).readonly() });

/** PUT /api/v1/brands: with an id, its new name. */
export const brandRequest = z.object({ id: z.string().nullable().default(null), name: z.string() });

/** PUT /api/v1/briefs/:id/brand */
export const briefBrandRequest = z.object({ brandId: z.string().nullable() });

/** GET /api/v1/bookings: creators whom approved plans of several brands book. */
export const bookingsForm = z.object({
  creators: z
    .array(
      z.object({
        creator: z.string(),
        conflict: z.boolean(),
        bookings: z
          .array(
            z.object({
              account: z.string(),
              planId: z.string(),
              briefId: z.string(),
              brandId: z.string().nullable(),
              brandName: z.string().nullable(),
              start: z.string(),
              end: z.string(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
