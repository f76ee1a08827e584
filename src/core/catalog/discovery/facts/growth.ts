import type { Snapshot } from "#core/catalog/creator";
import { daysBetween } from "#core/period";

const MONTH_DAYS = 30;
/** Less than a week is noise, more than a quarter another time. */
const SPAN_DAYS_LEAST = 7;
const SPAN_DAYS_MOST = 92;
const INT32_MAX = 2 ** 31 - 1;

/**
 * Change of followers in 30 days, basis points of the followers before: from the newest known number and the one whose
 * distance to it is nearest to a month, scaled by the days between. Null where no two numbers stand a week to a quarter apart.
 */
export function growthBp(snapshots: readonly Snapshot[]): number | null {
  if (snapshots.length < 2) return null;
  const counted = snapshots.filter(({ followers }) => followers !== null && followers > 0);
  const [newest] = counted;
  if (!newest) return null;
  const earlier = counted
    .map((snapshot) => ({ snapshot, days: daysBetween(snapshot.observedOn, newest.observedOn) }))
    .filter(({ days }) => days >= SPAN_DAYS_LEAST && days <= SPAN_DAYS_MOST)
    .sort((a, b) => Math.abs(a.days - MONTH_DAYS) - Math.abs(b.days - MONTH_DAYS))[0];
  if (!earlier) return null;
  const ratio = newest.followers! / earlier.snapshot.followers! - 1;
  return Math.min(INT32_MAX, Math.round((10_000 * ratio * MONTH_DAYS) / earlier.days));
}
