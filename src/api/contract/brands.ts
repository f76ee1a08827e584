import { z } from "zod";

export const brandForm = z.object({ id: z.string(), name: z.string() });

/** GET /api/v1/brands: with the other names under which people write about each. */
export const brandsForm = z.object({
  brands: z.array(brandForm.extend({ aliases: z.array(z.string()).readonly() })).readonly(),
});

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
        creatorName: z.string(),
        conflict: z.boolean(),
        /** Who objects to whom, by their places among the bookings, and on which days. */
        conflicts: z
          .array(
            z.object({
              booking: z.int(),
              other: z.int(),
              why: z.enum(["competitor", "exclusivity"]),
              from: z.string(),
              to: z.string(),
            }),
          )
          .readonly(),
        bookings: z
          .array(
            z.object({
              account: z.string(),
              platform: z.string().nullable(),
              planId: z.string(),
              briefId: z.string(),
              briefName: z.string(),
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
export type SharedCreatorForm = z.infer<typeof bookingsForm>["creators"][number];
