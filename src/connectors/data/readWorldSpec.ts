import { readFileSync } from "node:fs";
import { z } from "zod";
import type { WorldSpec } from "#core/world/worldSpec";

const share = z.number().min(0).max(1);
const tilt = z.number().gt(-1).lt(1);
const form = z.strictObject({
  source: z.string(),
  year: z.int(),
  licence: z.string(),
  says: z.string(),
  ageBands: z.array(z.string()),
  ageShares: z.array(share),
  places: z.array(
    z.strictObject({
      country: z.string().length(2),
      region: z.string().nullable(),
      city: z.string().nullable(),
      people: z.int().positive(),
    }),
  ),
  platforms: z.array(
    z.strictObject({
      slug: z.string(),
      country: z.string().length(2),
      creatorShare: share,
      use: z.record(z.string(), z.array(share)),
      womenTilt: tilt,
      showsAudience: z.enum(["regions", "countries", "none"]),
      priceAtTenThousand: z.number().positive(),
      formats: z.array(
        z.strictObject({
          slug: z.string(),
          share,
          viewsPerFollower: z.number().positive(),
          followerViewShare: share,
          engagementByViews: share,
          saveShare: share,
          viewsPublic: z.boolean(),
        }),
      ),
      deliverables: z.array(z.strictObject({ slug: z.string(), priceFactor: z.number().positive() })),
    }),
  ),
  topics: z.array(
    z.strictObject({ slug: z.string(), people: share, creators: share, womenTilt: tilt, suffix: z.string() }),
  ),
  currencies: z.record(z.string(), z.string().length(3)),
  languages: z.record(z.string(), z.string()),
  size: z.strictObject({
    median: z.number().positive(),
    logSd: z.number().positive(),
    min: z.int().positive(),
    max: z.int().positive(),
  }),
  syllables: z.array(z.string()).min(2),
  characters: z.string().min(2),
});

/** What the demo market is made of. */
export function readWorldSpec(): WorldSpec {
  return form.parse(
    JSON.parse(readFileSync(new URL("../../../data/world/demo.json", import.meta.url), "utf8")),
  );
}
