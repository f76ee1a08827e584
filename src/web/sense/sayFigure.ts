import { fromMajor, isCurrency, minorDigits } from "#core/money";
import type { Figure } from "#core/provenance";
import type { Sentence } from "#core/sentence";
import { sayAssumption } from "../plans/sayAssumption.ts";
import type { Words } from "../words/words.tsx";

/** What a figure is; an assumption by its own name. */
export function sayLabel(words: Words, label: Sentence): string {
  const { key } = label.values;
  return label.key === "sense.label.assumption" ? sayAssumption(words, String(key)) : words.say(label);
}

/** A figure in its unit: a share as percent, a currency as money in major units, else a number. */
export function sayFigure(words: Words, figure: Pick<Figure, "value" | "unit">): string {
  const { value, unit } = figure;
  if (unit === "share" || unit === "probability") return words.percent(value, value < 0.1 ? 1 : 0);
  if (unit === "hours") return words.t("plan.hoursOf", { hours: words.number(value, 1) });
  if (isCurrency(unit) && value >= 0)
    return words.money(fromMajor(value.toFixed(minorDigits(unit)), unit, "figure"));
  return words.number(value, Math.abs(value) < 10 ? 2 : 0);
}
