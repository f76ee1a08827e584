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
  fx: readonly FxRate[],
): { readonly key: string; readonly value: number | null }[] {
  const cheapest = new Map<string, number | null>();
  for (const rate of rates) {
    const price = priceIn(rate, currency, fx);
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
  fx: readonly FxRate[],
) {
  if (!PRICED.has(deal) || qualifier === "le") return null;
  if (own === currency) return priceMinor;
  const known = fx.some(({ base, quote }) => base === own || quote === own);
  return known ? convert({ amountMinor: priceMinor, currency: own }, currency, fx).money.amountMinor : null;
}
