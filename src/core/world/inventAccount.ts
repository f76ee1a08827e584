import type { Random } from "#core/random";
import type { TrueAccount } from "./trueAccount.ts";
import type { WorldPlace, WorldPlatform, WorldSpec } from "./worldSpec.ts";

/** Larger accounts are seen by a smaller part of their followers: views ÷ followers falls with followers^−0.15. */
const SIZE_EXPONENT = -0.15;
const CREATOR_LOG_SD = 0.45;
const LOCAL_SHARE = 0.35;
const ORDER_RATE_MEDIAN = 0.0008;

/** The truth of the k-th of n creators. `size01` is its place among the sizes, so that tails do not hang on luck. */
export function inventAccount(
  spec: WorldSpec,
  k: number,
  platformIndex: number,
  size01: number,
  seed: number,
  random: Random,
): TrueAccount {
  const platform = spec.platforms[platformIndex] as WorldPlatform;
  const topic = pick(
    spec.topics.map((one) => one.creators),
    random,
  );
  const followers = sizeAt(spec, size01);
  const realShare = Math.max(0.35, random.beta(9, 1.6));
  const sizeFactor = (followers / 10_000) ** SIZE_EXPONENT;
  const creatorEffect = CREATOR_LOG_SD * random.normal();
  const perFormat = (value: (format: WorldPlatform["formats"][number]) => number) =>
    Object.fromEntries(platform.formats.map((format) => [format.slug, value(format)]));
  const young = random.normal() * 0.4;
  return {
    accountId: `demo-${k + 1}/${platform.slug}`,
    creatorId: `demo-${k + 1}`,
    seed,
    platform: platformIndex,
    topic,
    place: pickPlace(spec, platform.country, random),
    local: random.uniform() < LOCAL_SHARE,
    followers,
    realFollowers: Math.round(followers * realShare),
    ageLift: spec.ageBands.map((_, band) => Math.exp(young * (1.5 - band) * 0.5)),
    logViewRate: perFormat(
      (format) => Math.log(format.viewsPerFollower * sizeFactor) + creatorEffect + 0.15 * random.normal(),
    ),
    followerViewShare: perFormat((format) => format.followerViewShare),
    engagementByViews: perFormat((format) => format.engagementByViews * Math.exp(0.35 * random.normal())),
    orderRate: ORDER_RATE_MEDIAN * Math.exp(0.8 * random.normal()),
  };
}

/** Index drawn in proportion to the weights. */
export function pick(weights: readonly number[], random: Random): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

function pickPlace(spec: WorldSpec, country: string, random: Random): WorldPlace {
  const homes = spec.places.filter((place) => place.country === country);
  // Creators crowd into the large cities.
  const index = pick(
    homes.map((place) => place.people * (place.city === null ? 0.4 : 3)),
    random,
  );
  return homes[index] as WorldPlace;
}

function sizeAt({ size }: WorldSpec, size01: number): number {
  const followers = size.median * Math.exp(size.logSd * normalQuantile(size01));
  return Math.round(Math.min(size.max, Math.max(size.min, followers)));
}

/** Standard normal quantile, absolute error below 4.5e-4 (Abramowitz & Stegun 26.2.23). */
function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(Math.max(tail, 1e-12)));
  const z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return p < 0.5 ? -z : z;
}
