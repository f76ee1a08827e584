import type { Brief } from "#core/brief/brief";
import { type DealKind, isUnitDeal, isWholeDeal, NO_TERMS, type RateTerms } from "#core/catalog/deal";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { logSdOf } from "#core/forecast/belief";
import type { FigureForecast } from "#core/forecast/figureForecast";
import { ratePerView } from "#core/forecast/response";
import { normalCdf } from "#core/maths/normal";
import { daysBetween } from "#core/period";
import type { Offer } from "./offer.ts";
import type { Price } from "./price.ts";

/** Views promised and made good, as factors on the mean: what is drawn below `floor` is lifted to it. */
export interface MakeGood {
  readonly views: number;
  readonly floor: number;
  /** Mean of views without the promise over the mean with it. */
  readonly scale: number;
  /** That the posts fall short, and more is owed. */
  readonly chance: number;
}

/** A price by what is delivered. */
export interface UnitPrice {
  readonly unitMinor: number;
  /** Expected of one piece that is posted. */
  readonly units: number;
  readonly capMinor: number | null;
}

const UNITS_IN_A_PRICE: Readonly<Partial<Record<DealKind, number>>> = { view: 1000 };
const DAYS_A_MONTH = 30;

/** An offer with what its deal makes of price, pieces and views (docs/methods/costs.md, "Deals"). */
export function underDeal(
  offer: Omit<Offer, "pieces" | "makeGood" | "unit">,
  scope: Readonly<Record<string, string>>,
  brief: Brief,
  book: AssumptionBook,
): Offer {
  const { price, views } = offer;
  const terms = price.terms ?? NO_TERMS;
  const plain = { ...offer, pieces: 1, makeGood: null, unit: null };
  if (price.deal === "guaranteed" && terms.guaranteedViews !== null) {
    const { mean, makeGood } = madeGood(views, terms.guaranteedViews, shocksVariance(book));
    return { ...plain, views: { ...views, mean }, makeGood };
  }
  if (isUnitDeal(price.deal)) {
    const rate = price.deal === "view" ? 1 : ratePerView(visitsOrLeads(price.deal), scope, book).mean;
    const unitMinor = price.feeMinor / (UNITS_IN_A_PRICE[price.deal] ?? 1);
    const unit = { unitMinor, units: views.mean * rate, capMinor: terms.capMinor };
    const times = feeOf(unit, 1) / (price.feeMinor || 1);
    return { ...plain, unit, price: scaled(price, times) };
  }
  if (price.deal === "retainer") {
    const window = monthsUntil(brief);
    const paid = terms.months ?? window;
    const pieces = Math.max(1, Math.round((terms.pieces ?? 1) * Math.min(paid, window)));
    return { ...plain, pieces, price: scaled(price, paid / pieces) };
  }
  if (price.deal === "package" || price.deal === "trip") {
    const pieces = terms.pieces ?? 1;
    return { ...plain, pieces, price: scaled(price, 1 / pieces) };
  }
  return plain;
}

const visitsOrLeads = (deal: "click" | "lead") => (deal === "click" ? "visits" : "leads");

/** What one piece is paid that delivers `times` what is expected of it. */
export function feeOf({ unitMinor, units, capMinor }: UnitPrice, times: number): number {
  return Math.min(capMinor ?? Number.POSITIVE_INFINITY, unitMinor * units * times);
}

/** Whole months from the start of posting to the day of reading, at least one. */
export function monthsUntil(brief: Brief): number {
  return Math.max(1, Math.floor((daysBetween(brief.start, brief.objective.by) + 1) / DAYS_A_MONTH));
}

/** Whether two of it can be asked for, and it beside another piece. */
export function comesInSeries({ price }: Pick<Offer, "price">): boolean {
  return !isWholeDeal(price.deal) && price.qualifier !== "le";
}

const SHOCKS = ["shock-platform", "shock-topic", "shock-campaign", "shock-calibration"];

/** Variance of ln of the views of any post by what befalls a campaign as a whole. */
function shocksVariance(book: AssumptionBook): number {
  return SHOCKS.reduce((sum, key) => sum + book.find(key, {}, "shared shocks").value ** 2, 0);
}

/**
 * E max(V, G) and P(V < G) for log-normal V; its spread is that of one post, with the shared figures of the views and
 * `shocks`, a variance: what the draws hold, so that their mean is not above the plan's value.
 */
export function madeGood(
  views: FigureForecast,
  promised: number,
  shocks: number,
): { mean: number; makeGood: MakeGood } {
  const shared = views.factors.reduce((sum, f) => sum + (f.weight * logSdOf(f.assumption)) ** 2, 0);
  const s = Math.sqrt(views.posterior.varMean + views.posterior.varPost + shared + shocks);
  const m = views.mean;
  const z = s > 0 ? (Math.log(promised / m) + (s * s) / 2) / s : promised > m ? 40 : -40;
  const chance = normalCdf(z);
  const mean = m * (1 - normalCdf(z - s)) + promised * chance;
  return { mean, makeGood: { views: promised, floor: promised / mean, scale: m / mean, chance } };
}

function scaled(price: Price, times: number): Price {
  const { feeMinor, lowMinor, highMinor } = price;
  return { ...price, feeMinor: feeMinor * times, lowMinor: lowMinor * times, highMinor: highMinor * times };
}

/** Terms with every amount in another currency. */
export function termsIn(terms: RateTerms | null, inBrief: (amountMinor: number) => number): RateTerms | null {
  if (terms === null) return null;
  const each = (amountMinor: number | null) => (amountMinor === null ? null : inBrief(amountMinor));
  const extra = <Extra extends { readonly feeMinor: number | null }>(one: Extra | null) =>
    one === null ? null : { ...one, feeMinor: each(one.feeMinor) };
  return {
    ...terms,
    capMinor: each(terms.capMinor),
    travelMinor: each(terms.travelMinor),
    usageRights: extra(terms.usageRights),
    exclusivity: extra(terms.exclusivity),
  };
}
