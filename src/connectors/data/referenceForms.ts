import { z } from "zod";
import { CITY_TIERS } from "#core/catalog/city";
import { BOOKING_ROUTES, DEAL_KINDS, RIGHTS_CHANNELS } from "#core/catalog/deal";
import { COUNTED_CODES_MAX } from "#core/catalog/discovery/segment/planes";
import { isIsoDate } from "#core/period";

// The forms of the shipped data files. Strict: a misspelled key in a data file is an error, not a silence.
const names = z.strictObject({
  en: z.string().min(1),
  "zh-CN": z.string().min(1),
  "zh-TW": z.string().min(1),
});
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const words = z.array(z.string().min(1));

/** Every file says where it comes from. */
const head = {
  source: z.string().min(1),
  year: z.int(),
  licence: z.string().min(1),
  says: z.string().optional(),
};

const platform = z.strictObject({
  slug,
  names,
  creatorWord: names,
  markets: words,
  homeCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  headers: words,
  headerHints: words.default([]),
  headerValues: z.array(z.strictObject({ header: z.string(), startsWith: z.string() })),
  pathWords: words,
  categories: z
    .strictObject({
      header: z.string().min(1),
      source: z.string().min(1),
      topics: z.record(z.string().regex(/^\d+$/), slug),
    })
    .nullable()
    .default(null),
  searches: z
    .array(
      z.strictObject({
        kind: z.enum(["hashtag", "keyword"]),
        address: z
          .string()
          .startsWith("https://")
          .regex(/\{word\}/),
      }),
    )
    .default([]),
  formats: z.array(
    z.strictObject({
      slug,
      names,
      media: z.enum(["text", "image", "video", "story", "live", "audio"]),
      denominator: z.enum(["followers", "views", "reads", "viewers", "listeners", "subscribers"]),
      words,
    }),
  ),
  deliverables: z.array(
    z
      .strictObject({
        slug,
        names,
        format: slug.nullable(),
        words,
        secondsMax: z.number().nullable().exactOptional(),
        everywhere: z.boolean().exactOptional(),
      })
      .readonly(),
  ),
});
export const platformsFile = z.strictObject({ ...head, platforms: z.array(platform) });

const tierBand = z.strictObject({
  tier: slug,
  from: z.int().min(0),
  below: z.int().positive().nullable(),
});
const scope = { market: z.string().nullable(), platform: slug.nullable(), industry: slug.nullable() };
export const tiersFile = z.strictObject({
  ...head,
  policies: z.array(
    z.strictObject({
      id: slug,
      names,
      ...scope,
      version: z.string(),
      // A search counts no more tiers of a chosen policy.
      bands: z
        .array(tierBand)
        .min(1)
        .max(COUNTED_CODES_MAX - 1),
      source: z.string(),
      year: z.int().nullable(),
      trust: z.enum(["A", "B", "C"]),
      note: z.string().nullable(),
    }),
  ),
  defaults: z
    .array(z.strictObject({ ...scope, policy: slug, why: z.string() }))
    .refine(
      (rows) => rows.some((row) => row.market === null && row.platform === null && row.industry === null),
      "needs a default for everything",
    ),
});

export const topicsFile = z.strictObject({
  ...head,
  topics: z.array(z.strictObject({ slug, names, words })),
});

const someWords = words.min(1);
export const conceptsFile = z.strictObject({
  ...head,
  concepts: z.array(
    z.strictObject({
      slug,
      topic: slug,
      en: someWords,
      zh: someWords,
      "zh-TW": someWords.exactOptional(),
    }),
  ),
});

const searchWords = z.array(z.string().min(1)).min(4).max(8);
export const topicSearchFile = z.strictObject({
  ...head,
  topics: z.record(slug, z.strictObject({ en: searchWords, "zh-CN": searchWords, "zh-TW": searchWords })),
});

const place = { slug, code: z.string().nullable(), names, words };
export const citiesFile = z.strictObject({
  ...head,
  policy: z.strictObject({ id: slug, says: z.string() }).optional(),
  leftOut: z.string().optional(),
  regions: z.array(z.strictObject({ ...place, country: z.string().nullable() })),
  cities: z.array(
    z.strictObject({
      ...place,
      country: z.string(),
      region: slug.nullable(),
      administrativeTier: z
        .enum(["municipality", "sub-provincial", "provincial-capital", "other"])
        .nullable(),
    }),
  ),
});
export const cityTiersFile = z.strictObject({ ...head, tiers: z.record(slug, z.enum(CITY_TIERS)) });

const currency = z.string().regex(/^[A-Z]{3}$/);
export const fxFile = z.strictObject({
  ...head,
  method: z.literal("assumed"),
  trust: z.literal("C"),
  rates: z.array(
    z.strictObject({ base: currency, quote: currency, onDate: z.iso.date(), rate: z.number().positive() }),
  ),
});

const byMarket = z
  .array(z.strictObject({ market: z.string().nullable(), amount: z.number().positive(), currency }))
  .refine((rows) => rows.some((row) => row.market === null), "needs a row for all markets");
export const briefDefaultsFile = z.strictObject({
  ...head,
  trust: z.enum(["A", "B", "C"]),
  hoursPerCreator: z.number().min(0),
  hourlyRates: byMarket,
  orderValues: byMarket,
});

const everyOne = (slugs: readonly string[]) => (rows: readonly { readonly slug: string }[]) =>
  rows
    .map((row) => row.slug)
    .toSorted()
    .join() === slugs.toSorted().join();
export const dealKindsFile = z.strictObject({
  ...head,
  kinds: z
    .array(z.strictObject({ slug: z.enum(DEAL_KINDS), names, words }))
    .refine(everyOne(DEAL_KINDS), "needs every kind once"),
});
export const dealRoutesFile = z.strictObject({
  ...head,
  routes: z
    .array(z.strictObject({ slug: z.enum(BOOKING_ROUTES), names, words }))
    .refine(everyOne(BOOKING_ROUTES), "needs every route once"),
  orderPlaces: z.array(z.strictObject({ platform: slug, names })),
});
export const dealRightsFile = z.strictObject({
  ...head,
  channels: z
    .array(z.strictObject({ slug: z.enum(RIGHTS_CHANNELS), names, words }))
    .refine(everyOne(RIGHTS_CHANNELS), "needs every channel once"),
});
export const dealBoostingFile = z.strictObject({
  ...head,
  tools: z.array(z.strictObject({ slug, names, words, platform: slug })),
});

const isoDay = z.string().refine(isIsoDate, "is no date");
const daysAround = z.strictObject({ before: z.int().min(0), after: z.int().min(0) });
export const peaksFile = z.strictObject({
  ...head,
  peaks: z.array(
    z.strictObject({
      slug,
      names,
      markets: z.array(z.string().regex(/^[A-Z]{2}$/)).nullable(),
      rule: z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("fixed"),
          month: z.int().min(1).max(12),
          day: z.int().min(1).max(31),
        }),
        z.strictObject({
          kind: z.literal("weekday"),
          month: z.int().min(1).max(12),
          weekday: z.int().min(1).max(7),
          nth: z.union([z.literal(-1), z.int().min(1).max(4)]),
          plusDays: z.int().min(0).max(10),
        }),
        z.strictObject({ kind: z.literal("dated"), days: z.array(isoDay) }),
      ]),
      crowded: daysAround,
      dearer: z.boolean(),
      stops: daysAround.nullable(),
      note: z.string().optional(),
    }),
  ),
});
