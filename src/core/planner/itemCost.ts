import type { Brief } from "#core/brief/brief";
import type { DealKind } from "#core/catalog/deal";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { meanPower } from "#core/forecast/belief";
import { convert, type FxRate } from "#core/fx";
import { minorDigits } from "#core/money";
import type { Booking } from "./booking.ts";
import type { DealExtras } from "./dealExtras.ts";
import { type Bundle, dealOf } from "./offer.ts";
import { COST_PARTS, type CostPart } from "./planDocument.ts";

export type CostParts = Readonly<Record<CostPart, number>>;

/**
 * What the product costs that one creator gets, shipping included; a sample that comes back is shipped twice and lost
 * sometimes.
 */
export function giftMinor(bundle: Bundle, brief: Brief, fx: readonly FxRate[], book: AssumptionBook): number {
  const value = giftValueMinor(dealOf(bundle), brief, fx, book);
  const shipping = brief.gift.shipping.amountMinor;
  const isReturned = bundle.pieces.some(({ offer }) => offer.price.terms?.sampleReturned === true);
  if (!isReturned) return value + shipping;
  return Math.round(value * book.find("sample-loss-share", {}, "samples to return").value) + 2 * shipping;
}

/** The brief's; for a gifted deal without one, an assumed gift, as nobody posts for nothing. */
function giftValueMinor(deal: DealKind, brief: Brief, fx: readonly FxRate[], book: AssumptionBook): number {
  const stated = brief.gift.value.amountMinor;
  if (stated > 0 || deal !== "gifted") return stated;
  const assumed = book.find("gift-value", {}, "gifted deals");
  const amountMinor = Math.round(meanPower(assumed) * 10 ** minorDigits(assumed.unit));
  return convert({ amountMinor, currency: assumed.unit }, brief.currency, fx).money.amountMinor;
}

/**
 * What an item takes from the budget, in whole minor units by part. Product, shipping and handling come once a creator.
 * `giftMinor` is what product and shipping cost, `commissionMinor` the expected commission on the item's own sales (methods/costs).
 */
export function itemCost(
  feeMinor: number,
  commissionMinor: number,
  giftMinor: number,
  booking: Booking,
  extras: DealExtras,
  onFee: { readonly tax: number; readonly rebate: number },
  brief: Brief,
): CostParts {
  const handling = booking.hours * brief.handling.hourlyRate.amountMinor;
  return {
    fee: Math.round(feeMinor),
    tax: onFee.tax,
    rebate: onFee.rebate === 0 ? 0 : -onFee.rebate,
    platformFee: Math.round(feeMinor * booking.platformFeeShare),
    agency: Math.round(feeMinor * booking.agencyShare),
    rights: extras.rights?.minor ?? 0,
    exclusivity: extras.exclusivity?.minor ?? 0,
    travel: extras.travel?.minor ?? 0,
    gift: giftMinor,
    handling: brief.handling.inBudget ? Math.round(handling) : 0,
    commission: Math.round(commissionMinor),
  };
}

export function sumOfParts(parts: CostParts): number {
  return COST_PARTS.reduce((sum, part) => sum + parts[part], 0);
}
