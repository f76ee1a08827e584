import type { Brief } from "#core/brief/brief";
import { NO_TERMS } from "#core/catalog/deal";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import type { Extra } from "./dealExtras.ts";
import type { Bundle, Offer } from "./offer.ts";

const WHOLE_BP = 10_000;

/**
 * Tax on top of fees that are quoted without it: at the rate that the quote names, else the market's assumed one. Null:
 * every quote holds its tax, or none says that it does not.
 */
export function taxOf({ pieces }: Bundle, brief: Brief, book: AssumptionBook): Extra | null {
  const untaxed = pieces.filter(({ offer }) => termsOf(offer).taxIncluded === false);
  if (untaxed.length === 0) return null;
  const isQuoted = untaxed.every(({ offer }) => termsOf(offer).taxBp !== null);
  const belief = isQuoted ? null : book.find("tax-on-quote", { market: brief.market }, "prices without tax");
  const minor = untaxed.reduce((sum, { offer, count }) => {
    const { taxBp } = termsOf(offer);
    const share = taxBp === null ? (belief?.value ?? 0) : taxBp / WHOLE_BP;
    return sum + share * count * offer.price.feeMinor;
  }, 0);
  return { minor: Math.round(minor), basis: isQuoted ? "quoted" : "assumed", belief };
}

/** What an agency gives back of the fees to the buyer, minor units. A rebate of which nobody says who gets it saves nothing. */
export function rebateMinor({ pieces }: Bundle): number {
  const back = pieces.reduce((sum, { offer, count }) => {
    const { rebateBp, rebateTo } = termsOf(offer);
    return rebateTo === "buyer" ? sum + ((rebateBp ?? 0) / WHOLE_BP) * count * offer.price.feeMinor : sum;
  }, 0);
  return Math.round(back);
}

function termsOf({ price }: Offer) {
  return price.terms ?? NO_TERMS;
}
