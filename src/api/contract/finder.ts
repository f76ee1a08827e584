import { z } from "zod";

const names = z.object({ en: z.string(), "zh-CN": z.string(), "zh-TW": z.string() });

/** GET /api/v1/finder: of a brief, or of topics, platforms, cities, a market and a product; lists with commas. */
export const finderQuery = z.object({
  brief: z.string().max(40).optional(),
  market: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  topics: z.string().max(1000).optional(),
  platforms: z.string().max(1000).optional(),
  cities: z.string().max(1000).optional(),
  product: z.string().max(200).optional(),
});

export const finderForm = z.object({
  name: z.string().nullable(),
  topics: z.array(z.object({ slug: z.string(), names })).readonly(),
  unknownTopics: z.array(z.string()).readonly(),
  platforms: z
    .array(
      z.object({
        platform: z.string(),
        names,
        policy: names,
        band: z.object({ tier: z.string(), from: z.number(), below: z.number().nullable() }).nullable(),
        searches: z
          .array(
            z.object({
              language: z.enum(["en", "zh-CN", "zh-TW"]),
              kind: z.enum(["hashtag", "keyword"]),
              word: z.string(),
              address: z.string().startsWith("https://"),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
export type FinderForm = z.infer<typeof finderForm>;
