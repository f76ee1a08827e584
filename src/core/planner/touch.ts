import { ACTIVITY_MULTIPLIERS, byActivity } from "#core/forecast/activityClass";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { CLASS_COUNT } from "#core/forecast/atomFrame";
import { meanPower } from "#core/forecast/belief";
import { seesOneOf, viewProbability } from "#core/forecast/feedVisibility";
import type { Audience } from "./audience.ts";
import { type Bundle, postsIn, scopeOf } from "./offer.ts";

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
  const follower = new Float64Array(frame.cells.length * CLASS_COUNT);
  const stranger = new Float64Array(frame.cells.length * CLASS_COUNT);
  if (!own || !users) return { follower, stranger };
  const sees = everyFollowerSees ? 1 : followerSees(bundle, own.following.real, book);
  const shownTo = everyFollowerSees ? 0 : strangersShown(bundle, book);
  for (let c = 0; c < frame.cells.length; c++) {
    const people = users[c] ?? 0;
    const share = own.shares[c] ?? 0;
    if (people <= 0 || share <= 0) continue;
    const asFollower = (sees * own.following.real * share) / people;
    const capped = asFollower * LARGEST_MULTIPLIER >= CAP ? byActivity(asFollower) : null;
    const exposures = (shownTo * share) / people;
    for (let a = 0; a < CLASS_COUNT; a++) {
      const multiplier = ACTIVITY_MULTIPLIERS[a] ?? 1;
      follower[c * CLASS_COUNT + a] = capped ? (capped[a] ?? 0) : asFollower * multiplier;
      stranger[c * CLASS_COUNT + a] = -Math.expm1(-exposures * multiplier);
    }
  }
  return { follower, stranger };
}

/** Chance that a real follower sees at least one of the bundle's posts; different formats enter with their mean. */
export function followerSees(bundle: Bundle, realFollowers: number, book: AssumptionBook): number {
  const scope = scopeOf(bundle);
  const fromFollowers = book.find("follower-view-share", scope, "feed visibility").value;
  const perViewer = 1 / meanPower(book.find("views-per-viewer", scope, "feed visibility"), -1);
  const dispersion = book.find("post-dispersion", scope, "several posts").value;
  const posts = postsIn(bundle);
  const one = bundle.pieces.reduce(
    (sum, { offer, count }) =>
      sum + (count / posts) * viewProbability(offer.views.mean, fromFollowers, perViewer, realFollowers),
    0,
  );
  return seesOneOf(posts, one, dispersion);
}

function strangersShown(bundle: Bundle, book: AssumptionBook): number {
  const scope = scopeOf(bundle);
  const fromFollowers = book.find("follower-view-share", scope, "feed visibility").value;
  const perViewer = meanPower(book.find("views-per-viewer", scope, "feed visibility"), -1);
  return (1 - fromFollowers) * perViewer * expectedViews(bundle);
}

/** Views of all the bundle's posts together. */
export function expectedViews(bundle: Bundle): number {
  return bundle.pieces.reduce((sum, { offer, count }) => sum + count * offer.views.mean, 0);
}
