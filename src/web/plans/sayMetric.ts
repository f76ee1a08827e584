import type { Forecast } from "#core/planner/planDocument";
import type { Words } from "../words/words.tsx";

/** A rough forecast knows its first two digits at best, any other three: 124,637 people are said as 125,000. */
export function roughly(value: number, rough: boolean): number {
  const digits = rough ? 2 : 3;
  if (value === 0) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return Math.round(value / unit) * unit;
}

export type MetricScale = Pick<Forecast, "unit" | "rough">;

/** A value of the plan's metric: people and counts as whole numbers, minor units as money. */
export function sayMetric(words: Words, scale: MetricScale, currency: string, value: number): string {
  const shown = roughly(value, scale.rough);
  return scale.unit === "minor" ? words.money({ amountMinor: shown, currency }) : words.number(shown);
}

/** A value that stands alone, without its range: in a rough plan it is only about that. */
export function sayPoint(words: Words, scale: MetricScale, currency: string, value: number): string {
  const said = sayMetric(words, scale, currency, value);
  return scale.rough && value !== 0 ? words.t("plan.about", { value: said }) : said;
}

export function sayRange(
  words: Words,
  scale: MetricScale,
  currency: string,
  low: number,
  high: number,
): string {
  return words.t("plan.range", {
    low: sayMetric(words, scale, currency, low),
    high: sayMetric(words, scale, currency, high),
  });
}

/** A share of the forecast: decimals only where it is sharp, and never a 0 % that is not nothing. */
export function sayShare(words: Words, share: number, rough: boolean): string {
  if (rough && share > 0 && share < 0.01) return words.t("plan.below", { value: words.percent(0.01) });
  return words.percent(share, rough ? 0 : share < 0.01 ? 2 : 1);
}

/** One decimal where the forecast earns it, none where it is rough. */
export function sayChance(words: Words, probability: number, rough: boolean): string {
  const digits = rough ? 0 : 1;
  if (probability > 0 && probability < 0.001)
    return words.t("plan.below", { value: words.percent(0.001, 1) });
  if (probability < 1 && probability > 0.999)
    return words.t("plan.above", { value: words.percent(0.999, 1) });
  return words.percent(probability, digits);
}
