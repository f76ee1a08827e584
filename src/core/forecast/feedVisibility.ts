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
 * 1 − B(mφ, (1−m)φ+k) ÷ B(mφ, (1−m)φ), for whole k a product. At m = .23, φ = 1.5 ten posts give .58, not .93 (Danaher 1992).
 */
export function seesOneOf(posts: number, viewProbabilityOfOne: number, dispersion: number): number {
  const m = viewProbabilityOfOne;
  let none = 1;
  for (let j = 0; j < posts; j++) none *= ((1 - m) * dispersion + j) / (dispersion + j);
  return 1 - none;
}
