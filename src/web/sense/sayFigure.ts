import { fromMajor, isCurrency, minorDigits } from "#core/money";
import type { Figure } from "#core/provenance";
import type { Words } from "../words/words.tsx";

/** A figure in its unit: a share as percent, a currency as money in major units, else a number. */
export function sayFigure(words: Words, figure: Pick<Figure, "value" | "unit">): string {
  const { value, unit } = figure;
  if (unit === "share" || unit === "probability") return words.percent(value, value < 0.1 ? 1 : 0);
  if (unit === "hours") return words.t("plan.hoursOf", { hours: words.number(value, 1) });
  if (isCurrency(unit) && value >= 0)
    return words.money(fromMajor(value.toFixed(minorDigits(unit)), unit, "figure"));
  return words.number(value, Math.abs(value) < 10 ? 2 : 0);
}
