import { Random } from "#core/random";
import type { People, PeopleCell } from "./people.ts";
import type { TrueAccount } from "./trueAccount.ts";
import type { WorldPlatform, WorldTopic } from "./worldSpec.ts";

/** People of the creator's own topic are this much likelier to follow; those of the creator's city, if it posts of it. */
const TOPIC_LIFT = 6;
const CITY_LIFT = 12;
const ABROAD = 0.06;
/** Activity above this makes nobody likelier to follow. */
const ACTIVITY_TOP = 4;
/** Attempts for one follower before a cell counts as exhausted. */
const TRIES_PER_FOLLOWER = 400;

/** How likely a cell's users are to follow an account, relative to others. */
export function followLift(account: TrueAccount, cell: PeopleCell, topics: readonly WorldTopic[]): number {
  const tilt = topics[account.topic]?.womenTilt ?? 0;
  const home = cell.place.country === account.place.country ? 1 : ABROAD;
  const sameCity = account.local && cell.place.city !== null && cell.place.city === account.place.city;
  return (
    (cell.topic === account.topic ? TOPIC_LIFT : 1) *
    (cell.female ? 1 + tilt : 1 - tilt) *
    (account.ageLift[cell.age] ?? 1) *
    (sameCity ? CITY_LIFT : 1) *
    home
  );
}

/** Weight of each cell among an account's followers, not normalised: users × lift. */
export function followerWeights(
  people: People,
  account: TrueAccount,
  platform: WorldPlatform,
  topics: readonly WorldTopic[],
): Float64Array {
  return Float64Array.from(people.cells, (cell) => {
    return cell.count * people.use(cell, platform) * followLift(account, cell, topics);
  });
}

/**
 * The ids of `count` distinct users of a platform, ascending: cells by weight, people inside by activity where
 * `byActivity`. Fewer where the cells hold no more.
 */
export function drawPeople(
  people: People,
  platform: WorldPlatform,
  weights: Float64Array,
  count: number,
  byActivity: boolean,
  random: Random,
): Uint32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ids = new Uint32Array(count);
  let filled = 0;
  // Systematic sampling over the cumulated weights: each cell gets its expected number up to one.
  const offset = random.uniform();
  let cumulated = 0;
  people.cells.forEach((cell, c) => {
    const before = Math.floor((cumulated / total) * count + offset);
    cumulated += weights[c] ?? 0;
    const wanted = Math.floor((cumulated / total) * count + offset) - before;
    if (wanted <= 0) return;
    const chosen = new Set<number>();
    for (let tries = wanted * TRIES_PER_FOLLOWER; tries > 0 && chosen.size < wanted; tries--) {
      const id = cell.firstId + random.below(cell.count);
      if (chosen.has(id) || !people.usesPlatform(id, cell, platform)) continue;
      if (byActivity && random.uniform() * ACTIVITY_TOP > people.activity(id)) continue;
      chosen.add(id);
    }
    for (const id of [...chosen].sort((a, b) => a - b)) if (filled < count) ids[filled++] = id;
  });
  return ids.subarray(0, filled);
}

/** An account's real followers, ascending; the same for the same account, whenever asked. */
export function followersOf(
  people: People,
  account: TrueAccount,
  platform: WorldPlatform,
  topics: readonly WorldTopic[],
): Uint32Array {
  const weights = followerWeights(people, account, platform, topics);
  return drawPeople(people, platform, weights, account.realFollowers, true, new Random(account.seed));
}
