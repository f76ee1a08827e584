import type { Trust } from "#core/provenance";

/**
 * An editable figure the forecast rests on, as a file of data/assumptions holds it. `value` is the median, `low` and
 * `high` the 5th and 95th percentile of what we believe; `shape` says between what: "point" has no spread.
 */
export interface Assumption {
  readonly key: string;
  /** What it holds for: platform, market, tier, format, category …; an absent field holds for all. */
  readonly scope: Readonly<Record<string, string>>;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly shape: "point" | "lognormal" | "logitnormal" | "normal";
  readonly unit: string;
  readonly denominator: string | null;
  readonly source: string;
  readonly year: number;
  readonly trust: Trust;
  readonly note?: string;
}
