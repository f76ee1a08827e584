import type { Metric } from "#core/brief/brief";
import { type Sentence, sentence } from "#core/sentence";
import { unitOf } from "./forecast.ts";

/** "460 orders", "€12,000 of revenue": a result of a metric with its noun, as a sentence to be set into another. */
export function amount(metric: Metric, value: number, currency: string): readonly Sentence[] {
  const shown = whole(value);
  const plain = unitOf(metric) === "minor" ? { amountMinor: shown, currency } : shown;
  return [sentence(`forecast.amount.${metric}`, { value: plain, count: shown === 1 ? 1 : 2 })];
}

/** The number alone, money as money. */
export function plainAmount(metric: Metric, value: number, currency: string): readonly Sentence[] {
  return unitOf(metric) === "minor"
    ? [sentence("forecast.plain.money", { value: { amountMinor: Math.round(value), currency } })]
    : [sentence("forecast.plain.number", { value: whole(value) })];
}

/** Nobody counts 811.5 followers; below one the fraction is all that an expectation has to say. */
function whole(value: number): number {
  return Math.abs(value) >= 1 ? Math.round(value) : value;
}

/** A result that happens or does not: whole, and never "no more than 0.36 people". */
export function outcome(value: number, rough: boolean): number {
  return Math.ceil(spoken(value, rough));
}

/** Two significant digits where assumptions carry most of the variance, three elsewhere: no false precision. */
export function spoken(value: number, rough: boolean): number {
  const digits = rough ? 2 : 3;
  const rounded = Number(value.toPrecision(digits));
  return Math.abs(value) >= 1 ? Math.round(rounded) : rounded;
}

/** "about 7 in 10", with words of its own at the ends where tenths would say never or always. */
export function chance(probability: number): readonly Sentence[] {
  if (probability < 0.05) return [sentence("forecast.chance.low")];
  if (probability > 0.95) return [sentence("forecast.chance.high")];
  return [sentence("forecast.chance.tenths", { tenths: Math.max(1, Math.min(9, tenthsOf(probability))) })];
}

/** A chance as it is said: a judgement that rests on it must not contradict the words beside it. */
export function tenthsOf(probability: number): number {
  return Math.round(probability * 10);
}
