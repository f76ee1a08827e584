import { ageRange } from "#core/brief/ages";
import type { Brief } from "#core/brief/brief";
import { Random } from "#core/random";
import { drawPeople, followersOf, followerWeights } from "./followers.ts";
import { viewsOfPost } from "./inventPosts.ts";
import type { PeopleCell } from "./people.ts";
import { VIEWS_PER_VIEWER, viewingIntensity } from "./views.ts";
import type { World } from "./world.ts";
import type { WorldFormat, WorldPlatform, WorldSpec } from "./worldSpec.ts";

/** A post that is bought: whose, and in which format it appears. */
export interface Booking {
  readonly accountId: string;
  readonly format: string;
}

/** What a campaign did. `reach` are different people of the target; the others count in the target and outside. */
export interface Outcome {
  readonly reach: number;
  readonly reachAnyone: number;
  readonly views: number;
  readonly engagement: number;
  readonly saves: number;
  /** Of people in the target, at most one each. */
  readonly orders: number;
}

const VIEWER_SHARE_MAX = 0.95;

/** Runs a campaign once in a world: every post draws its views, every view finds its person. */
export function runCampaign(
  world: World,
  bookings: readonly Booking[],
  audience: Brief["audience"],
  seed: number,
): Outcome {
  const random = new Random(seed);
  const inTarget = world.people.cells.map((cell) => isWanted(world.spec, cell, audience));
  const seen = new Map<number, number>();
  let [views, engagement, saves] = [0, 0, 0];
  for (const booking of bookings) {
    const { account, format } = bookedOf(world, booking);
    const postViews = viewsOfPost(account, format.slug, random);
    views += postViews;
    const acts = random.poisson(postViews * (account.engagementByViews[format.slug] ?? 0));
    engagement += acts;
    saves += Math.round(acts * format.saveShare);
    const viewers = viewersOf(world, booking, postViews, random);
    for (const id of viewers) {
      const restRate = (1 - (seen.get(id) ?? 0)) * (1 - account.orderRate);
      seen.set(id, 1 - restRate);
    }
  }
  let [reach, orders] = [0, 0];
  for (const [id, orderChance] of seen) {
    if (!inTarget[world.people.cellOf(id)]) continue;
    reach++;
    if (random.uniform() < orderChance) orders++;
  }
  return { reach, reachAnyone: seen.size, views, engagement, saves, orders };
}

/** Followers who see a post, and strangers who are shown it. */
function viewersOf(world: World, booking: Booking, views: number, random: Random): readonly number[] {
  const { account, platform, format } = bookedOf(world, booking);
  const { people, spec } = world;
  const followers = followersOf(people, account, platform, spec.topics);
  const viewers = views / VIEWS_PER_VIEWER;
  const share = Math.min(
    VIEWER_SHARE_MAX,
    (format.followerViewShare * viewers) / Math.max(1, followers.length),
  );
  const found: number[] = [];
  if (share > 0 && followers.length > 0) {
    const some = followers.filter((_, i) => i % Math.ceil(followers.length / 2000) === 0);
    const lambda = viewingIntensity(
      Float64Array.from(some, (id) => people.activity(id)),
      share,
    );
    for (const id of followers) {
      if (random.uniform() < 1 - Math.exp(-lambda * people.activity(id))) found.push(id);
    }
  }
  const strangers = random.poisson((1 - format.followerViewShare) * viewers);
  const weights = followerWeights(people, account, platform, spec.topics);
  return [...found, ...drawPeople(people, platform, weights, strangers, true, random)];
}

function bookedOf(world: World, booking: Booking) {
  const account = world.truth.find((one) => one.accountId === booking.accountId);
  const platform = account && world.spec.platforms[account.platform];
  const format = platform?.formats.find((one) => one.slug === booking.format);
  if (!account || !platform || !format)
    throw new Error(`no ${booking.format} of ${booking.accountId} in this world`);
  return { account, platform: platform as WorldPlatform, format: format as WorldFormat };
}

/** Whether a cell's people are those a brief asks for: whole cells only, so ages of the brief should be the world's bands. */
export function isWanted(spec: WorldSpec, cell: PeopleCell, audience: Brief["audience"]): boolean {
  const { countries, cities, ages, genders, interests } = audience;
  const band = ageRange(spec.ageBands[cell.age] ?? "");
  const ageFits = ages.some((text) => {
    const range = ageRange(text);
    return (
      range !== null &&
      band !== null &&
      band.from >= range.from &&
      (range.to === null || (band.to ?? 999) <= range.to)
    );
  });
  const among = (wanted: readonly string[], value: string | null) =>
    wanted.length === 0 || (value !== null && wanted.includes(value));
  return (
    among(countries, cell.place.country) &&
    among(cities, cell.place.city) &&
    (ages.length === 0 || ageFits) &&
    among(genders, cell.female ? "female" : "male") &&
    among(interests, spec.topics[cell.topic]?.slug ?? null)
  );
}
