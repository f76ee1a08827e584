import type { Account, Rate } from "#core/catalog/creator";
import type { Assumption } from "#core/forecast/assumption";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { logSdOf, meanPower } from "#core/forecast/belief";
import { sizeBandOf } from "#core/forecast/sizeBand";
import { convert, type FxRate } from "#core/fx";
import { type Currency, minorDigits } from "#core/money";
import type { Method } from "#core/provenance";

/** What one piece of a deliverable costs in the brief's currency, minor units. The plan counts with `feeMinor`. */
export interface Price {
  readonly feeMinor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
  readonly qualifier: "eq" | "le" | "range" | "assumed";
  readonly deal: Rate["deal"];
  readonly commissionBp: number;
  readonly method: Method;
  readonly source: string;
  /** The shared belief that moves it, if one does. */
  readonly belief: Assumption | null;
  readonly fx: readonly FxRate[];
}

/**
 * A quoted price. A floor ("at or below") is planned at the floor, its upper end: a plan may then not be overdrawn by it,
 * and its range down to 0 is shown (docs/decisions, "A floor is planned at its upper end").
 */
export function quotedPrice(
  rate: Rate,
  currency: Currency,
  fx: readonly FxRate[],
  book: AssumptionBook,
): Price {
  const inBrief = (amountMinor: number) => convert({ amountMinor, currency: rate.currency }, currency, fx);
  const low = inBrief(rate.priceMinor);
  const high = inBrief(rate.priceMaxMinor ?? rate.priceMinor);
  const key = rate.source.method === "measured" ? "price-after-quote" : "price-after-estimate";
  const belief = book.find(key, {}, "prices");
  const common = {
    deal: rate.deal,
    commissionBp: rate.deal === "commission" ? (rate.commissionBp ?? 0) : 0,
    method: rate.source.method,
    source: rate.source.source,
    fx: low.rates,
  };
  const fee = low.money.amountMinor;
  if (rate.deal === "gifted")
    return { ...common, feeMinor: 0, lowMinor: 0, highMinor: 0, qualifier: "eq", belief: null };
  if (rate.qualifier === "le")
    return { ...common, feeMinor: fee, lowMinor: 0, highMinor: fee, qualifier: "le", belief: null };
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

/** No quote means a price range, never zero: the mean of what is believed for platform, size and format. */
export function assumedPrice(
  account: Account,
  format: string | null,
  deliverable: string,
  followers: number,
  currency: Currency,
  fx: readonly FxRate[],
  book: AssumptionBook,
): Price {
  const scope = {
    platform: account.platform,
    size: sizeBandOf(followers),
    deliverable,
    ...(format === null ? {} : { format }),
  };
  const belief = book.find("price-by-post", scope, "prices");
  const inBrief = (major: number) =>
    convert(
      { amountMinor: Math.round(major * 10 ** minorDigits(belief.unit)), currency: belief.unit },
      currency,
      fx,
    );
  const mean = inBrief(meanPower(belief) * withinBand(followers));
  return {
    feeMinor: Math.max(1, mean.money.amountMinor),
    lowMinor: inBrief(belief.low).money.amountMinor,
    highMinor: inBrief(belief.high).money.amountMinor,
    qualifier: "assumed",
    deal: "flat",
    commissionBp: 0,
    method: "assumed",
    source: belief.source,
    belief,
    fx: mean.rates,
  };
}

// Fees grow with followers inside a band too, less than in proportion: the square root around the band's middle.
function withinBand(followers: number): number {
  const middle = { under10k: 4_000, "10k-100k": 32_000, "100k-1M": 320_000, over1M: 3_000_000 };
  return Math.sqrt(followers / middle[sizeBandOf(followers)]);
}
