import type { Brief } from "#core/brief/brief";
import { isUnitDeal, NO_TERMS, type QuotedExtra } from "#core/catalog/deal";
import type { Reference } from "#core/catalog/reference";
import type { Assumption } from "#core/forecast/assumption";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { meanPower } from "#core/forecast/belief";
import { convert } from "#core/fx";
import { minorDigits } from "#core/money";
import type { Bundle } from "./offer.ts";
import { assumedPrice } from "./price.ts";

/** Something paid beside the fee, and whether somebody quoted it. */
export interface Extra {
  readonly minor: number;
  readonly basis: "quoted" | "assumed";
  /** What moves it where it is assumed. */
  readonly belief: Assumption | null;
}

/** What the brief asks for beside the pieces, or the deal brings with it; null: nothing of it. */
export interface DealExtras {
  readonly rights: Extra | null;
  readonly exclusivity: Extra | null;
  readonly travel: Extra | null;
}

/** Months as the rows of the assumptions know them; null is without end. */
export function termOf(months: number | null): "3" | "12" | "longer" {
  return months === null || months > 12 ? "longer" : months > 3 ? "12" : "3";
}

export function dealExtras(
  bundle: Bundle,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): DealExtras {
  return {
    rights: rightsOf(bundle, brief, reference, book),
    exclusivity: exclusivityOf(bundle, brief, reference, book),
    travel: travelOf(bundle, brief, reference, book),
  };
}

function rightsOf(bundle: Bundle, brief: Brief, reference: Reference, book: AssumptionBook): Extra | null {
  const asked = brief.deals.usageRights;
  if (asked === null) return null;
  const quotes = bundle.pieces.map(({ offer }) => (offer.price.terms ?? NO_TERMS).usageRights);
  const covers = quotes.every(
    (quote) =>
      quote !== null &&
      (quote.channels.length === 0 || asked.channels.every((channel) => quote.channels.includes(channel))) &&
      lastsFor(quote.months, asked.months) &&
      (quote.territory === null || quote.territory === asked.territory),
  );
  if (covers) return quoted(bundle, quotes);
  const rows = asked.channels.map((channel) =>
    book.find("usage-rights-share", { channel, months: termOf(asked.months) }, "usage rights"),
  );
  const share = rows.reduce((sum, row) => sum + meanPower(row), 0);
  const abroad =
    asked.territory === brief.market ? 1 : meanPower(book.find("usage-rights-abroad", {}, "usage rights"));
  return assumed(share * abroad * contentFee(bundle, brief, reference, book), rows[0] ?? null);
}

function exclusivityOf(
  bundle: Bundle,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): Extra | null {
  const asked = brief.deals.exclusivity;
  if (asked === null) return null;
  const quotes = bundle.pieces.map(({ offer }) => (offer.price.terms ?? NO_TERMS).exclusivity);
  const covers = quotes.every(
    (quote) =>
      quote !== null &&
      lastsFor(quote.months, asked.months) &&
      (quote.category === null || (asked.categories.length === 1 && asked.categories[0] === quote.category)),
  );
  if (covers) return quoted(bundle, quotes);
  const row = book.find("exclusivity-share", { months: termOf(asked.months) }, "exclusivity");
  const share = meanPower(row) * asked.categories.length;
  return assumed(share * contentFee(bundle, brief, reference, book), row);
}

function lastsFor(quotedMonths: number | null, askedMonths: number | null): boolean {
  return quotedMonths === null || (askedMonths !== null && quotedMonths >= askedMonths);
}

function travelOf({ pieces }: Bundle, brief: Brief, { fx }: Reference, book: AssumptionBook): Extra | null {
  const trip = pieces.find(({ offer }) => offer.price.deal === "trip")?.offer.price;
  if (!trip) return null;
  const terms = trip.terms ?? NO_TERMS;
  if (terms.travelMinor !== null) return { minor: terms.travelMinor, basis: "quoted", belief: null };
  const days = terms.days ?? meanPower(book.find("trip-days", {}, "press trips"));
  const row = book.find("trip-cost-by-day", {}, "press trips");
  const amountMinor = Math.round(days * meanPower(row) * 10 ** minorDigits(row.unit));
  return assumed(convert({ amountMinor, currency: row.unit }, brief.currency, fx).money.amountMinor, row);
}

/** The extras that all pieces quote: an amount a piece, else a share of its fee, else nothing on top. A whole deal quotes once. */
function quoted({ pieces }: Bundle, quotes: readonly (QuotedExtra | null)[]): Extra {
  const minor = pieces.reduce((sum, { offer, count }, i) => {
    const quote = quotes[i];
    const times = offer.pieces > 1 ? 1 : count;
    if (quote?.feeMinor !== null && quote?.feeMinor !== undefined) return sum + times * quote.feeMinor;
    return sum + ((quote?.feeShareBp ?? 0) / 10_000) * count * offer.price.feeMinor;
  }, 0);
  return { minor: Math.round(minor), basis: "quoted", belief: null };
}

const assumed = (minor: number, belief: Assumption | null): Extra => ({
  minor: Math.round(minor),
  basis: "assumed",
  belief,
});

/** What the pieces are worth as content: their fee, or what is usual where the deal pays in something else. */
function contentFee(
  { account, followers, pieces }: Bundle,
  brief: Brief,
  { fx }: Reference,
  book: AssumptionBook,
): number {
  const grounds = { currency: brief.currency, fx, book };
  return pieces.reduce((sum, { offer, count }) => {
    const { deliverable, format, price } = offer;
    const speaks = price.feeMinor > 0 && !isUnitDeal(price.deal);
    const fee = speaks ? price : assumedPrice(account, format, deliverable, followers, grounds);
    return sum + count * fee.feeMinor;
  }, 0);
}
