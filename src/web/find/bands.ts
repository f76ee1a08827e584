import { NUMBERS } from "#core/catalog/discovery/figures";
import { type FindParams, NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import { type Currency, minorDigits } from "#core/money";

export type NumberParam = keyof typeof NUMBER_PARAMS;

/** Bands of a number from the place `low` to the place `high`, both included. */
export interface BandSpan {
  readonly low: number;
  readonly high: number;
}

/** What `min-…` and `max-…` say; "" is open. */
export interface Bounds {
  readonly min: string;
  readonly max: string;
}

export const boundsOf = (params: FindParams, param: NumberParam): Bounds => ({
  min: params[`min-${param}`]?.at(-1) ?? "",
  max: params[`max-${param}`]?.at(-1) ?? "",
});

export const bandsOf = (param: NumberParam): readonly number[] => NUMBERS[NUMBER_PARAMS[param].name].bands;

/** The bounds that hold exactly these bands. The lowest and the highest are open, as everything known lies in between. */
export function boundsOfSpan(param: NumberParam, { low, high }: BandSpan, currency: Currency): Bounds {
  const bands = bandsOf(param);
  const factor = factorOf(param, currency);
  const above = bands[high + 1];
  const isWhole = low === 0 && above === undefined;
  const from = low === 0 && !isWhole ? "" : said(bands[low] ?? 0, factor);
  return { min: from, max: above === undefined ? "" : said(above - stepOf(param), factor) };
}

/** The bands that lie wholly within the bounds, without a gap; null: none does, or nothing was asked. */
export function spanOfBounds(param: NumberParam, bounds: Bounds, currency: Currency): BandSpan | null {
  if (bounds.min === "" && bounds.max === "") return null;
  const factor = factorOf(param, currency);
  const min = bounds.min === "" ? Number.NEGATIVE_INFINITY : Number(bounds.min) * factor;
  const max = bounds.max === "" ? Number.POSITIVE_INFINITY : Number(bounds.max) * factor;
  const bands = bandsOf(param);
  const within = bands.flatMap((from, place) => {
    const above = bands[place + 1];
    const last = above === undefined ? Number.POSITIVE_INFINITY : above - stepOf(param);
    // A hair, since 2.3 × 100 is not exactly 230 in a computer.
    return from >= min - 1e-6 && last <= max + 1e-6 ? [place] : [];
  });
  const [low] = within;
  return low === undefined ? null : { low, high: within.at(-1) ?? low };
}

/** Ticks a band or takes its tick away. What is asked stays one range: a band apart brings those between along. */
export function tickBand(span: BandSpan | null, place: number): BandSpan | null {
  if (span === null) return { low: place, high: place };
  const { low, high } = span;
  if (place < low || place > high) return { low: Math.min(low, place), high: Math.max(high, place) };
  if (low === high) return null;
  return place === low ? { low: low + 1, high } : { low, high: place - 1 };
}

function factorOf(param: NumberParam, currency: Currency): number {
  const { unit } = NUMBER_PARAMS[param];
  return { count: 1, percent: 100, thousandth: 1000, days: 1, money: 10 ** minorDigits(currency) }[unit];
}

// What lies just below a bound: figures are whole in their unit, but for means, which have decimals.
const stepOf = (param: NumberParam) => (param === "views" || param === "cpm" ? 0.01 : 1);

const said = (value: number, factor: number) => String(Math.round((value / factor) * 1e6) / 1e6);
