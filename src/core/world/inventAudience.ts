import type { AudienceDimension, AudienceShare } from "#core/catalog/creator";
import type { Provenance } from "#core/provenance";
import type { Random } from "#core/random";
import type { People, PeopleCell } from "./people.ts";
import type { WorldPlatform, WorldSpec } from "./worldSpec.ts";

const NO_AUDIENCE_SHARE = 0.25;
/** A vendor's estimate of a share scatters about the truth by this, ln. */
const VENDOR_LOG_SD = 0.12;
const LISTED_MAX = 5;

/** What a vendor prints of an account's audience: estimates, with regions and interests cut off after five. */
export function inventAudience(
  spec: WorldSpec,
  people: People,
  weights: Float64Array,
  platform: WorldPlatform,
  source: Provenance,
  random: Random,
): readonly AudienceShare[] {
  if (platform.showsAudience === "none" || random.uniform() < NO_AUDIENCE_SHARE) return [];
  const seen = (keyOf: (cell: PeopleCell) => string) => scattered(sharesBy(people, weights, keyOf), random);
  const whole = (dimension: AudienceDimension, shares: ReadonlyMap<string, number>) =>
    [...shares].map(([key, share]) => entry(dimension, key, share, "eq", source));
  const listed = (dimension: AudienceDimension, shares: ReadonlyMap<string, number>) =>
    [...shares]
      .sort((a, b) => b[1] - a[1])
      .slice(0, LISTED_MAX)
      .map(([key, share]) => entry(dimension, key, share, "censored", source));
  const where =
    platform.showsAudience === "regions"
      ? listed(
          "region",
          seen((cell) => cell.place.region ?? "overseas"),
        )
      : whole(
          "country",
          seen((cell) => cell.place.country),
        );
  return [
    ...where,
    ...whole(
      "age",
      seen((cell) => spec.ageBands[cell.age] ?? ""),
    ),
    ...whole(
      "gender",
      seen((cell) => (cell.female ? "female" : "male")),
    ),
    ...listed(
      "interest",
      seen((cell) => spec.topics[cell.topic]?.slug ?? ""),
    ),
  ];
}

/** Followers by a key of their cell; sums to 1. */
export function sharesBy(
  people: People,
  weights: Float64Array,
  keyOf: (cell: PeopleCell) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let total = 0;
  people.cells.forEach((cell, c) => {
    const weight = weights[c] ?? 0;
    total += weight;
    sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + weight);
  });
  return new Map([...sums].map(([key, sum]) => [key, sum / total]));
}

function scattered(shares: ReadonlyMap<string, number>, random: Random): ReadonlyMap<string, number> {
  const noisy = [...shares]
    .filter(([, share]) => share > 0)
    .map(([key, share]) => [key, share * Math.exp(VENDOR_LOG_SD * random.normal())] as const);
  const total = noisy.reduce((sum, [, share]) => sum + share, 0);
  return new Map(noisy.map(([key, share]) => [key, share / total]));
}

// Rounded down, so that the shares of a dimension never sum to more than all.
function entry(
  dimension: AudienceDimension,
  key: string,
  share: number,
  qualifier: AudienceShare["qualifier"],
  source: Provenance,
): AudienceShare {
  return { dimension, key, shareBp: Math.floor(share * 10_000), qualifier, source };
}
