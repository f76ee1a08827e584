import { lnBeta } from "#core/maths/gammaFunction";

/** Nobody is sure to see a post. */
const VIEW_PROBABILITY_MAX = 0.95;

/** Chance that a real follower sees one post: f·E views ÷ (r·real followers), at most .95. */
export function viewProbability(
  viewsMean: number,
  followerViewShare: number,
  viewsPerViewer: number,
  realFollowers: number,
): number {
  if (realFollowers <= 0) return 0;
  return Math.min(VIEW_PROBABILITY_MAX, (followerViewShare * viewsMean) / (viewsPerViewer * realFollowers));
}

/**
 * Chance to see at least one of k like posts when the chance itself differs between people as Beta(mφ, (1−m)φ):
 * 1 − B(mφ, (1−m)φ+k) ÷ B(mφ, (1−m)φ). At m = .23, φ = 1.5 ten posts give .58, not .93 (Danaher 1992).
 */
export function seesOneOf(posts: number, viewProbabilityOfOne: number, dispersion: number): number {
  const m = viewProbabilityOfOne;
  if (posts <= 1 || m <= 0 || m >= 1) return posts < 1 ? 0 : m;
  const a = m * dispersion;
  const b = (1 - m) * dispersion;
  return 1 - Math.exp(lnBeta(a, b + posts) - lnBeta(a, b));
}
