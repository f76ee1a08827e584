import { ageRange } from "#core/brief/ages";
import type { Brief } from "#core/brief/brief";
import { Random } from "#core/random";
import { drawPeople, followersOf, followerWeights } from "./followers.ts";
import { viewsOfPost } from "./inventPosts.ts";
import type { PeopleCell } from "./people.ts";
import type { TrueAccount } from "./trueAccount.ts";
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
/** As many of a following stand for the whole when the intensity of viewing is solved. */
const FOLLOWERS_ASKED = 2000;

/**
 * A campaign that can be run in a world again and again, by seed: every post draws its views, every view finds its
 * person. What does not change from run to run is worked out once.
 */
export function campaignIn(
  world: World,
  bookings: readonly Booking[],
  audience: Brief["audience"],
): (seed: number) => Outcome {
  const inTarget = world.people.cells.map((cell) => isWanted(world.spec, cell, audience));
  const known = new Map<string, Following>();
  const booked = bookings.map(({ accountId, format }) => {
    const following = known.get(accountId) ?? followingOf(world, accountId);
    known.set(accountId, following);
    const found = following.platform.formats.find((one) => one.slug === format);
    if (!found) throw new Error(`no ${format} of ${accountId} in this world`);
    return { following, format: found };
  });
  return (seed) => {
    const random = new Random(seed);
    const orderChance = new Map<number, number>();
    let [views, engagement, saves] = [0, 0, 0];
    for (const { following, format } of booked) {
      const { account } = following;
      const postViews = viewsOfPost(account, format.slug, random);
      views += postViews;
      const acts = random.poisson(postViews * (account.engagementByViews[format.slug] ?? 0));
      engagement += acts;
      saves += Math.round(acts * format.saveShare);
      for (const id of viewersOf(world, following, format, postViews, random)) {
        const chanceOfNone = (1 - (orderChance.get(id) ?? 0)) * (1 - account.orderRate);
        orderChance.set(id, 1 - chanceOfNone);
      }
    }
    let [reach, orders] = [0, 0];
    for (const [id, chance] of orderChance) {
      if (!inTarget[world.people.cellOf(id)]) continue;
      reach++;
      if (random.uniform() < chance) orders++;
    }
    return { reach, reachAnyone: orderChance.size, views, engagement, saves, orders };
  };
}

/** An account with its real followers and how active each of them is. */
interface Following {
  readonly account: TrueAccount;
  readonly platform: WorldPlatform;
  readonly ids: Uint32Array;
  readonly activities: Float64Array;
  /** Cells by how likely their people are to be shown a post. */
  readonly weights: Float64Array;
}

function followingOf({ spec, people, truth }: World, accountId: string): Following {
  const account = truth.find((one) => one.accountId === accountId);
  const platform = account && spec.platforms[account.platform];
  if (!account || !platform) throw new Error(`no account ${accountId} in this world`);
  const ids = followersOf(people, account, platform, spec.topics);
  const activities = Float64Array.from(ids, (id) => people.activity(id));
  return {
    account,
    platform,
    ids,
    activities,
    weights: followerWeights(people, account, platform, spec.topics),
  };
}

/** Followers who see a post, and strangers who are shown it. */
function viewersOf(
  world: World,
  { platform, ids, activities, weights }: Following,
  format: WorldFormat,
  views: number,
  random: Random,
): readonly number[] {
  const viewers = views / VIEWS_PER_VIEWER;
  const share = Math.min(VIEWER_SHARE_MAX, (format.followerViewShare * viewers) / Math.max(1, ids.length));
  const found: number[] = [];
  if (share > 0 && ids.length > 0) {
    const some = activities.filter((_, i) => i % Math.ceil(ids.length / FOLLOWERS_ASKED) === 0);
    const lambda = viewingIntensity(some, share);
    ids.forEach((id, i) => {
      if (random.uniform() < 1 - Math.exp(-lambda * (activities[i] ?? 0))) found.push(id);
    });
  }
  const strangers = random.poisson((1 - format.followerViewShare) * viewers);
  return [...found, ...drawPeople(world.people, platform, weights, strangers, true, random)];
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
