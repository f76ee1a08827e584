import type { Account, Rate } from "#core/catalog/creator";
import type { RateTerms } from "#core/catalog/deal";
import type { Assumption } from "#core/forecast/assumption";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { logSdOf, meanOfShare, meanPower } from "#core/forecast/belief";
import { SIZE_BANDS, type SizeBand, sizeBandOf } from "#core/forecast/sizeBand";
import { convert, type FxRate } from "#core/fx";
import { type Currency, minorDigits } from "#core/money";
import type { Method } from "#core/provenance";
import { termsIn } from "./dealOffer.ts";

/** What one piece of a deliverable costs in the brief's currency, minor units. The plan counts with `feeMinor`. */
export interface Price {
  readonly feeMinor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
  readonly qualifier: "eq" | "le" | "range" | "assumed";
  readonly deal: Rate["deal"];
  readonly commissionBp: number;
  /** What the quote says beyond that, amounts in the brief's currency. */
  readonly terms: RateTerms | null;
  readonly method: Method;
  readonly source: string;
  /** The shared belief that moves it, if one does. */
  readonly belief: Assumption | null;
  readonly fx: readonly FxRate[];
}

/** What prices are looked up and converted by. */
export interface PriceGrounds {
  readonly currency: Currency;
  readonly fx: readonly FxRate[];
  readonly book: AssumptionBook;
}

/** A quoted price. A gifted deal asks no fee: what is given costs, and nothing is promised for it. */
export function quotedPrice(
  rate: Rate,
  account: Account,
  format: string | null,
  followers: number,
  grounds: PriceGrounds,
): Price {
  const { book } = grounds;
  const inBrief = (amountMinor: number) =>
    convert({ amountMinor, currency: rate.currency }, grounds.currency, grounds.fx);
  const low = inBrief(rate.priceMinor);
  const high = inBrief(rate.priceMaxMinor ?? rate.priceMinor);
  const key = rate.source.method === "measured" ? "price-after-quote" : "price-after-estimate";
  const belief = book.find(key, {}, "prices");
  const common = {
    deal: rate.deal,
    commissionBp: rate.deal === "commission" || rate.deal === "slot" ? (rate.commissionBp ?? 0) : 0,
    terms: termsIn(rate.terms ?? null, (amountMinor) => inBrief(amountMinor).money.amountMinor),
    method: rate.source.method,
    source: rate.source.source,
    fx: low.rates,
  };
  const fee = low.money.amountMinor;
  if (rate.deal === "gifted") {
    const none = { feeMinor: 0, lowMinor: 0, highMinor: 0, belief: null };
    return { ...common, ...none, qualifier: "assumed", method: "assumed" };
  }
  if (rate.qualifier === "le") {
    const usual = assumedPrice(account, format, rate.deliverable, followers, grounds);
    return { ...common, ...floorPrice(fee, usual, book), source: `${rate.source.source}; ${usual.source}` };
  }
  if (rate.qualifier === "range" && high.money.amountMinor > fee) {
    const highMinor = high.money.amountMinor;
    return {
      ...common,
      feeMinor: Math.round((fee + highMinor) / 2),
      lowMinor: fee,
      highMinor,
      qualifier: "range",
      belief: null,
    };
  }
  return {
    ...common,
    feeMinor: fee,
    lowMinor: Math.round(fee * belief.low),
    highMinor: Math.round(fee * belief.high),
    qualifier: "eq",
    belief: logSdOf(belief) > 0 ? belief : null,
  };
}

/**
 * A vendor's floor says "at or below", but nobody sells at it: the price lies somewhere between the floor and the usual
 * price of the size, floor^(1 − W) · usual^W with W the weight of the market (docs/decisions, "A floor is no price").
 * The fee is the mean over what is believed of W. A floor above the usual price stays the price.
 */
function floorPrice(
  floorMinor: number,
  usual: Price,
  book: AssumptionBook,
): Pick<Price, "feeMinor" | "lowMinor" | "highMinor" | "qualifier" | "method" | "belief"> {
  const belief = book.find("floor-price-weight", {}, "prices at a vendor's floor");
  const lowMinor = Math.max(1, floorMinor);
  const highMinor = Math.max(lowMinor, usual.feeMinor);
  const feeMinor = Math.round(
    meanOfShare(belief, (weight) => betweenFloorAndMarket(lowMinor, highMinor, weight)),
  );
  return { feeMinor, lowMinor, highMinor, qualifier: "le", method: "assumed", belief };
}

export function betweenFloorAndMarket(floorMinor: number, marketMinor: number, weight: number): number {
  return floorMinor * (marketMinor / floorMinor) ** weight;
}

/** No quote means a price range, never zero: the mean of what is believed for platform, size and format. */
export function assumedPrice(
  account: Account,
  format: string | null,
  deliverable: string,
  followers: number,
  { currency, fx, book }: PriceGrounds,
): Price {
  const scope = { platform: account.platform, deliverable, ...(format === null ? {} : { format }) };
  const size = sizeBandOf(followers);
  const beliefAt = (band: SizeBand) => book.find("price-by-post", { ...scope, size: band }, "prices");
  const belief = beliefAt(size);
  const bySize = meanPower(belief) === 0 ? 1 : meanFee(followers, beliefAt) / meanPower(belief);
  const inBrief = (major: number) =>
    convert(
      {
        amountMinor: Math.round(major * bySize * 10 ** minorDigits(belief.unit)),
        currency: belief.unit,
      },
      currency,
      fx,
    );
  const mean = inBrief(meanPower(belief));
  return {
    feeMinor: Math.max(1, mean.money.amountMinor),
    lowMinor: inBrief(belief.low).money.amountMinor,
    highMinor: inBrief(belief.high).money.amountMinor,
    qualifier: "assumed",
    deal: "flat",
    commissionBp: 0,
    terms: null,
    method: "assumed",
    source: belief.source,
    belief,
    fx: mean.rates,
  };
}

/** The middle of each band, followers. */
const MIDDLE: Readonly<Record<SizeBand, number>> = {
  under10k: 4_000,
  "10k-100k": 32_000,
  "100k-1M": 320_000,
  over1M: 3_000_000,
};
/** Beyond the outer middles fees grow with the square root of followers. */
const OUTER_EXPONENT = 0.5;

// A band's mean fee holds at its middle; between two middles it lies on the straight line of logarithms, so a larger
// account is never cheaper for falling into the next band. Bands in another currency end the line.
function meanFee(followers: number, beliefAt: (band: SizeBand) => Assumption): number {
  const own = sizeBandOf(followers);
  const at = SIZE_BANDS.indexOf(own);
  const next = SIZE_BANDS[followers >= MIDDLE[own] ? at + 1 : at - 1];
  const mean = meanPower(beliefAt(own));
  const ratio = followers / MIDDLE[own];
  if (next === undefined || beliefAt(next).unit !== beliefAt(own).unit || mean === 0)
    return mean * ratio ** OUTER_EXPONENT;
  const slope = Math.log(meanPower(beliefAt(next)) / mean) / Math.log(MIDDLE[next] / MIDDLE[own]);
  return mean * ratio ** Math.max(0, slope);
}
