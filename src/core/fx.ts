import { ChoraleError } from "./errors.ts";
import { type Currency, type Money, minorDigits } from "./money.ts";
import type { IsoDate } from "./period.ts";
import { sentence } from "./sentence.ts";

/** One unit of `base` bought `rateE9` billionths of `quote` on that day. */
export interface FxRate {
  readonly base: Currency;
  readonly quote: Currency;
  readonly onDate: IsoDate;
  readonly rateE9: number;
  readonly source: string;
}

/** A converted amount, with the rates it cites. */
export interface Converted {
  readonly money: Money;
  readonly rates: readonly FxRate[];
}

/**
 * Converts by the newest direct or inverse rate, else through one shared currency.
 * Rounds once, to the nearest minor unit. Throws bad-input when no path of at most two rates exists.
 */
export function convert(money: Money, to: Currency, table: readonly FxRate[]): Converted {
  if (money.currency === to) return { money, rates: [] };
  const path = findPath(money.currency, to, table);
  if (path === null) {
    throw new ChoraleError("bad-input", sentence("fx.noRate", { from: money.currency, to }), "fx");
  }
  let major = money.amountMinor / 10 ** minorDigits(money.currency);
  let currency = money.currency;
  for (const rate of path) {
    const factor = rate.rateE9 / 1e9;
    major = rate.base === currency ? major * factor : major / factor;
    currency = rate.base === currency ? rate.quote : rate.base;
  }
  return { money: { amountMinor: Math.round(major * 10 ** minorDigits(to)), currency: to }, rates: path };
}

function findPath(from: Currency, to: Currency, table: readonly FxRate[]): FxRate[] | null {
  const direct = newestBetween(from, to, table);
  if (direct) return [direct];
  const currencies = new Set(table.flatMap((rate) => [rate.base, rate.quote]));
  for (const via of [...currencies].sort()) {
    const first = newestBetween(from, via, table);
    const second = newestBetween(via, to, table);
    if (first && second) return [first, second];
  }
  return null;
}

function newestBetween(a: Currency, b: Currency, table: readonly FxRate[]): FxRate | undefined {
  return table
    .filter((rate) => (rate.base === a && rate.quote === b) || (rate.base === b && rate.quote === a))
    .sort((x, y) => (x.onDate < y.onDate ? 1 : x.onDate > y.onDate ? -1 : 0))[0];
}
