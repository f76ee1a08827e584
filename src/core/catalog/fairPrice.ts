import { ChoraleError } from "#core/errors";
import { convert, type FxRate } from "#core/fx";
import { quantileOfSorted } from "#core/maths/quantile";
import type { Currency, Money } from "#core/money";
import type { IsoDate } from "#core/period";

/** Fewer peers say too little for quartiles: of seven, the lower one hangs on the second lowest price. */
export const PEERS_FEWEST = 8;

/** What somebody else of the same platform, deliverable, size band and market asks. */
export interface PeerQuote {
  readonly creatorId: string;
  readonly priceMinor: number;
  /** The upper end of a range; null: one price. */
  readonly priceMaxMinor: number | null;
  readonly currency: Currency;
  readonly quotedOn: IsoDate | null;
}

/** What a deliverable costs among peers: half of their prices lie between `low` and `high`. */
export interface PeerPrices {
  readonly peers: number;
  /** Peers whose currency no known rate converts: they are in no figure. */
  readonly leftOut: number;
  readonly low: Money;
  readonly middle: Money;
  readonly high: Money;
  /** Days of the oldest and newest quote that states one. */
  readonly quoted: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** In the currency above, ascending: to place a price among them. */
  readonly prices: readonly number[];
}

/**
 * Quartiles of what peers ask, one price a creator: the first of theirs in `quotes` (which come newest first), of a range
 * its middle. Null where fewer than `PEERS_FEWEST` have a price that can be converted. See docs/methods/fair-price.md.
 */
export function peerPrices(
  quotes: readonly PeerQuote[],
  currency: Currency,
  fx: readonly FxRate[],
): PeerPrices | null {
  const first = new Map<string, PeerQuote>();
  for (const quote of quotes) if (!first.has(quote.creatorId)) first.set(quote.creatorId, quote);
  const counted = [...first.values()].flatMap((quote) => {
    const amount = converted(middleOf(quote), quote.currency, currency, fx);
    return amount === null ? [] : [{ amount, quote }];
  });
  if (counted.length < PEERS_FEWEST) return null;
  const prices = counted.map(({ amount }) => amount).sort((a, b) => a - b);
  const at = (share: number) => ({ amountMinor: Math.round(quantileOfSorted(prices, share)), currency });
  const days = counted.flatMap(({ quote }) => quote.quotedOn ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    ...{ peers: counted.length, leftOut: first.size - counted.length, prices },
    ...{ low: at(0.25), middle: at(0.5), high: at(0.75) },
    quoted: from !== undefined && to !== undefined ? { from, to } : null,
  };
}

/** The share of peers who ask less than a price, half of those who ask the same counted: 0.5 is the middle. */
export function placeAmong(prices: readonly number[], priceMinor: number): number {
  const below = prices.filter((price) => price < priceMinor).length;
  const same = prices.filter((price) => price === priceMinor).length;
  return (below + same / 2) / prices.length;
}

/** The middle of a range; a price is its own. */
export function middleOf({
  priceMinor,
  priceMaxMinor,
}: {
  readonly priceMinor: number;
  readonly priceMaxMinor: number | null;
}): number {
  return (priceMinor + (priceMaxMinor ?? priceMinor)) / 2;
}

/** Null where no known rate leads from one currency to the other. */
export function converted(
  amountMinor: number,
  from: Currency,
  to: Currency,
  fx: readonly FxRate[],
): number | null {
  try {
    return convert({ amountMinor, currency: from }, to, fx).money.amountMinor;
  } catch (caught) {
    if (caught instanceof ChoraleError) return null;
    throw caught;
  }
}
