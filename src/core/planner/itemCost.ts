import type { Brief } from "#core/brief/brief";
import type { Rate } from "#core/catalog/creator";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { meanPower } from "#core/forecast/belief";
import { convert, type FxRate } from "#core/fx";
import { minorDigits } from "#core/money";
import { COST_PARTS, type CostPart } from "./planDocument.ts";

export type CostParts = Readonly<Record<CostPart, number>>;

/** Value of the product one creator gets: the brief's; for a gifted deal without one, an assumed gift, as nobody posts for nothing. */
export function giftValueMinor(
  deal: Rate["deal"],
  brief: Brief,
  fx: readonly FxRate[],
  book: AssumptionBook,
): number {
  const stated = brief.gift.value.amountMinor;
  if (stated > 0 || deal !== "gifted") return stated;
  const assumed = book.find("gift-value", {}, "gifted deals");
  const amountMinor = Math.round(meanPower(assumed) * 10 ** minorDigits(assumed.unit));
  return convert({ amountMinor, currency: assumed.unit }, brief.currency, fx).money.amountMinor;
}

/**
 * What an item takes from the budget, in whole minor units by part. Product, shipping and handling come once a creator.
 * `giftMinor` is the value of what the creator gets, `commissionMinor` the expected commission on the item's own sales (methods/costs).
 */
export function itemCost(
  feeMinor: number,
  commissionMinor: number,
  platform: string,
  giftMinor: number,
  brief: Brief,
  book: AssumptionBook,
): CostParts {
  const platformFee = meanPower(book.find("platform-fee-share", { platform }, "costs"));
  const agency = meanPower(book.find("agency-share", {}, "costs"));
  const handling = brief.handling.hoursPerCreator * brief.handling.hourlyRate.amountMinor;
  return {
    fee: Math.round(feeMinor),
    platformFee: Math.round(feeMinor * platformFee),
    agency: Math.round(feeMinor * agency),
    gift: giftMinor + brief.gift.shipping.amountMinor,
    handling: brief.handling.inBudget ? Math.round(handling) : 0,
    commission: Math.round(commissionMinor),
  };
}

export function sumOfParts(parts: CostParts): number {
  return COST_PARTS.reduce((sum, part) => sum + parts[part], 0);
}
