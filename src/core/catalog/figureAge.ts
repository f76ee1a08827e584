import { daysBetween, type IsoDate } from "#core/period";

/** A figure older than this is shown as old: accounts of this size grow or fade within a quarter. */
export const FIGURE_DAYS_MAX = 90;

/** Whether a figure of that day is old today. A day that nobody stated is no reason to call a figure fresh or old. */
export function isOld(observedOn: IsoDate | null, today: IsoDate): boolean {
  return observedOn !== null && daysBetween(observedOn, today) > FIGURE_DAYS_MAX;
}
