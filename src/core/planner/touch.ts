import { ACTIVITY_MULTIPLIERS, byActivity } from "#core/forecast/activityClass";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { CLASS_COUNT } from "#core/forecast/atomFrame";
import { meanPower } from "#core/forecast/belief";
import { seesOneOf, viewProbability } from "#core/forecast/feedVisibility";
import { type LikePosts, seesOneOfTwo } from "#core/forecast/mixedPosts";
import type { Audience } from "./audience.ts";
import { type Bundle, scopeOf } from "./offer.ts";

/**
 * Chance that a person of each cell × activity class sees at least one post of a bundle that is posted: as a follower,
 * and as a stranger to whom the platform shows it. Together p = 1 − (1 − follower)(1 − stranger).
 */
export interface Touch {
  readonly follower: Float64Array;
  readonly stranger: Float64Array;
}

const CAP = 0.95;
const LARGEST_MULTIPLIER = Math.max(...ACTIVITY_MULTIPLIERS);

/** `everyFollowerSees`: P(view) = 1 and no strangers, the measure against which "sees at least one" is taken. */
export function touchOf(
  bundle: Bundle,
  audience: Audience,
  book: AssumptionBook,
  everyFollowerSees = false,
): Touch {
  const { frame } = audience;
  const own = audience.of.get(bundle.account.id);
  const users = frame.usersOf.get(bundle.account.platform);
  const size = (frame.cells.length + frame.persons.people.length) * CLASS_COUNT;
  const follower = new Float64Array(size);
  const stranger = new Float64Array(size);
  if (!own || !users) return { follower, stranger };
  const feed = feedView(bundle, own.following.real, book);
  const sees = everyFollowerSees ? 1 : seesAny(feed);
  const shownTo = everyFollowerSees ? 0 : strangersShown(bundle, book);
  // Followers whom an export holds are persons; only the rest of them is spread over cells.
  const unsampled = 1 - (bundle.account.sample?.completeness ?? 0);
  for (let c = 0; c < frame.cells.length; c++) {
    const people = users[c] ?? 0;
    const share = own.shares[c] ?? 0;
    if (people <= 0 || share <= 0) continue;
    const asFollower = (sees * own.following.real * unsampled * share) / people;
    const capped = asFollower * LARGEST_MULTIPLIER >= CAP ? byActivity(asFollower) : null;
    const exposures = (shownTo * share) / people;
    for (let a = 0; a < CLASS_COUNT; a++) {
      const multiplier = ACTIVITY_MULTIPLIERS[a] ?? 1;
      follower[c * CLASS_COUNT + a] = capped ? (capped[a] ?? 0) : asFollower * multiplier;
      stranger[c * CLASS_COUNT + a] = -Math.expm1(-exposures * multiplier);
    }
  }
  touchPersons(bundle, audience, sees, shownTo, { follower, stranger });
  return { follower, stranger };
}

// A sampled person follows for certain or not at all where the account has a sample; else as its cells do on average.
function touchPersons(
  bundle: Bundle,
  { frame, of }: Audience,
  sees: number,
  shownTo: number,
  touch: Touch,
): void {
  const own = of.get(bundle.account.id);
  const users = frame.usersOf.get(bundle.account.platform) ?? [];
  const target = users.reduce((sum, count, c) => sum + count * (frame.cells[c]?.inTarget ?? 0), 0);
  if (!own || target <= 0) return;
  const followsByChance = bundle.account.sample ? 0 : (own.following.real * own.inTargetShare) / target;
  const exposures = (shownTo * own.inTargetShare) / target;
  const start = frame.cells.length * CLASS_COUNT;
  const [certain, byChance] = [byActivity(sees), byActivity(sees * Math.min(1, followsByChance))];
  frame.persons.follows.forEach((follows, j) => {
    if (frame.persons.platforms[j] !== bundle.account.platform) return;
    const asFollower = follows.includes(bundle.account.id) ? certain : byChance;
    for (let a = 0; a < CLASS_COUNT; a++) {
      touch.follower[start + j * CLASS_COUNT + a] = asFollower[a] ?? 0;
      touch.stranger[start + j * CLASS_COUNT + a] = -Math.expm1(-exposures * (ACTIVITY_MULTIPLIERS[a] ?? 1));
    }
  });
}

/** What a bundle's posts do in the feeds of followers. */
export interface FeedView {
  /** One entry a format: a bundle holds one or two. */
  readonly kinds: readonly LikePosts[];
  readonly dispersion: number;
}

/** How the chance to see at least one post moves when all its posts get a factor times their views: less than in proportion. */
export function feedMove({ kinds, dispersion }: FeedView): (factor: number) => number {
  const [first, second] = kinds;
  const before = seesAny({ kinds, dispersion });
  if (!first || before <= 0) return (factor) => factor;
  const chanceOf = (kind: LikePosts, factor: number) => Math.min(CAP, kind.chance * factor);
  if (!second) return (factor) => seesOneOf(first.posts, chanceOf(first, factor), dispersion) / before;
  return (factor) =>
    seesOneOfTwo(
      { posts: first.posts, chance: chanceOf(first, factor) },
      { posts: second.posts, chance: chanceOf(second, factor) },
      dispersion,
    ) / before;
}

export function feedView(bundle: Bundle, realFollowers: number, book: AssumptionBook): FeedView {
  const scope = scopeOf(bundle);
  const fromFollowers = book.find("follower-view-share", scope, "feed visibility").value;
  const perViewer = 1 / meanPower(book.find("views-per-viewer", scope, "feed visibility"), -1);
  const dispersion = book.find("post-dispersion", scope, "several posts").value;
  const kinds = bundle.pieces.map(({ offer, count }) => ({
    posts: count,
    chance: viewProbability(offer.views.mean, fromFollowers, perViewer, realFollowers),
  }));
  return { kinds, dispersion };
}

/** Chance that a follower sees at least one of the posts. */
export function seesAny({ kinds, dispersion }: FeedView): number {
  const [first, second] = kinds;
  if (!first) return 0;
  return second ? seesOneOfTwo(first, second, dispersion) : seesOneOf(first.posts, first.chance, dispersion);
}

/** Times that strangers are shown the bundle's posts, in viewers. */
export function strangersShown(bundle: Bundle, book: AssumptionBook): number {
  const scope = scopeOf(bundle);
  const fromFollowers = book.find("follower-view-share", scope, "feed visibility").value;
  const perViewer = meanPower(book.find("views-per-viewer", scope, "feed visibility"), -1);
  return (1 - fromFollowers) * perViewer * expectedViews(bundle);
}

/** Views of all the bundle's posts together. */
export function expectedViews(bundle: Bundle): number {
  return bundle.pieces.reduce((sum, { offer, count }) => sum + count * offer.views.mean, 0);
}
