import type { Rate } from "#core/catalog/creator";
import { convert, type FxRate } from "#core/fx";
import type { Currency } from "#core/money";

/** Deals whose price is the price of the deliverable itself. */
const PRICED = new Set<Rate["deal"]>(["flat", "guaranteed"]);

/**
 * Each deliverable that an account's price list names with its cheapest quote, in minor units of a currency; null where
 * none is a price: a vendor's floor, a commission, a currency without a rate.
 */
export function cheapestPrices(
  rates: readonly Rate[],
  currency: Currency,
  fxOf: (currency: Currency) => readonly FxRate[] | null,
): { readonly key: string; readonly value: number | null }[] {
  if (rates.length === 0) return [];
  const cheapest = new Map<string, number | null>();
  for (const rate of rates) {
    const price = priceIn(rate, currency, fxOf);
    const before = cheapest.get(rate.deliverable) ?? null;
    cheapest.set(
      rate.deliverable,
      before === null ? price : price === null ? before : Math.min(before, price),
    );
  }
  return [...cheapest].map(([key, value]) => ({ key, value }));
}

function priceIn(
  { deal, qualifier, priceMinor, currency: own }: Rate,
  currency: Currency,
  fxOf: (currency: Currency) => readonly FxRate[] | null,
) {
  if (!PRICED.has(deal) || qualifier === "le") return null;
  if (own === currency) return priceMinor;
  const rates = fxOf(own);
  return rates && convert({ amountMinor: priceMinor, currency: own }, currency, rates).money.amountMinor;
}

/** The rates that a price in one currency becomes one in another by; null: the table does not know the currency. */
export function ratesBetween(own: Currency, to: Currency, fx: readonly FxRate[]): readonly FxRate[] | null {
  const known = fx.some(({ base, quote }) => base === own || quote === own);
  return known ? convert({ amountMinor: 0, currency: own }, to, fx).rates : null;
}
