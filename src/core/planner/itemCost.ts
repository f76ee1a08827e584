import type { Brief } from "#core/brief/brief";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { meanPower } from "#core/forecast/belief";
import { COST_PARTS, type CostPart } from "./planDocument.ts";

export type CostParts = Readonly<Record<CostPart, number>>;

/**
 * What an item takes from the budget, in whole minor units by part. Product, shipping and handling come once a creator.
 * `commissionMinor` is the expected commission on the item's own sales (methods/costs).
 */
export function itemCost(
  feeMinor: number,
  commissionMinor: number,
  platform: string,
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
    gift: brief.gift.value.amountMinor + brief.gift.shipping.amountMinor,
    handling: brief.handling.inBudget ? Math.round(handling) : 0,
    commission: Math.round(commissionMinor),
  };
}

export function sumOfParts(parts: CostParts): number {
  return COST_PARTS.reduce((sum, part) => sum + parts[part], 0);
}
