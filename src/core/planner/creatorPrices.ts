import type { Account, Rate } from "#core/catalog/creator";
import { converted, middleOf, type PeerQuote, peerPrices, placeAmong } from "#core/catalog/fairPrice";
import { deliverablesOf, formatPredicting, type Platform, platformOf } from "#core/catalog/platform";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { sizeBandOf } from "#core/forecast/sizeBand";
import type { FxRate } from "#core/fx";
import type { Currency, Money } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Trust } from "#core/provenance";
import { assumedPrice } from "./price.ts";

/** What a deliverable of an account should cost, and where its own price stands in that. */
export interface DeliverablePrice {
  readonly deliverable: string;
  /** The newest flat price that the account itself asks; null: none is known. */
  readonly own: { readonly low: Money; readonly high: Money; readonly quotedOn: IsoDate | null } | null;
  readonly fair: FairRange;
}

/**
 * Of peers, half of whose prices lie between `low` and `high`; or as assumed, nine in ten between them. Unknown: there are
 * too few peers, and no assumption or no exchange rate helps.
 */
export type FairRange =
  | {
      readonly basis: "peers";
      readonly low: Money;
      readonly middle: Money;
      readonly high: Money;
      readonly peers: number;
      readonly leftOut: number;
      readonly quoted: { readonly from: IsoDate; readonly to: IsoDate } | null;
      /** The share of peers who ask less than the account; null without a price of its own. */
      readonly place: number | null;
    }
  | {
      readonly basis: "assumed";
      readonly low: Money;
      readonly middle: Money;
      readonly high: Money;
      /** Too few: quotes of so many peers are known. */
      readonly peers: number;
      readonly source: string;
      readonly year: number | null;
      readonly trust: Trust | null;
    }
  | { readonly basis: "unknown"; readonly peers: number };

export interface PriceFacts {
  readonly platforms: readonly Platform[];
  readonly fx: readonly FxRate[];
  readonly book: AssumptionBook;
  /** For prices that come in no other currency. */
  readonly baseCurrency: Currency;
}

/**
 * The price of every deliverable that the account quotes or its platform sells, against `quotes` of its peers by
 * deliverable. `followers` null is an unknown size, which has no peers and no assumption.
 */
export function creatorPrices(
  account: Account,
  followers: number | null,
  quotes: ReadonlyMap<string, readonly PeerQuote[]>,
  facts: PriceFacts,
): readonly DeliverablePrice[] {
  const quoted = new Map<string, Rate>();
  for (const rate of account.rates)
    if (rate.deal === "flat" && rate.qualifier !== "le" && !quoted.has(rate.deliverable))
      quoted.set(rate.deliverable, rate);
  const sold = deliverablesOf(facts.platforms, account.platform)
    .filter(({ format, everywhere }) => format !== null && !everywhere)
    .map(({ slug }) => slug);
  const all = [...new Set([...quoted.keys(), ...sold])];
  return all.map((deliverable) => {
    const rate = quoted.get(deliverable) ?? null;
    const peers = quotes.get(deliverable) ?? [];
    const fair = fairRange(account, deliverable, rate, followers, peers, facts);
    return { deliverable, own: rate && ownOf(rate), fair };
  });
}

function ownOf({ priceMinor, priceMaxMinor, currency, validFrom, source }: Rate): DeliverablePrice["own"] {
  const high = { amountMinor: priceMaxMinor ?? priceMinor, currency };
  return { low: { amountMinor: priceMinor, currency }, high, quotedOn: validFrom ?? source.observedOn };
}

function fairRange(
  account: Account,
  deliverable: string,
  rate: Rate | null,
  followers: number | null,
  quotes: readonly PeerQuote[],
  { platforms, fx, book, baseCurrency }: PriceFacts,
): FairRange {
  const home = platformOf(platforms, account.platform)?.homeCurrency ?? null;
  const currency = rate?.currency ?? mostUsed(quotes) ?? home ?? baseCurrency;
  const found = peerPrices(quotes, currency, fx);
  if (found !== null) {
    const { prices, ...range } = found;
    const place = rate && placeAmong(prices, middleOf(rate));
    return { basis: "peers", ...range, place };
  }
  const peers = new Set(quotes.map(({ creatorId }) => creatorId)).size;
  if (followers === null) return { basis: "unknown", peers };
  const format = formatPredicting(platforms, account.platform, deliverable)?.slug ?? null;
  // The currency in which the assumption is known to be.
  const unit = book.find(
    "price-by-post",
    { platform: account.platform, deliverable, size: sizeBandOf(followers) },
    "prices",
  ).unit;
  if (converted(1_000_000, unit, currency, fx) === null) return { basis: "unknown", peers };
  const assumed = assumedPrice(account, format, deliverable, followers, { currency, fx, book });
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return {
    ...{ basis: "assumed", peers },
    low: money(assumed.lowMinor),
    middle: money(assumed.feeMinor),
    high: money(assumed.highMinor),
    source: assumed.source,
    year: assumed.belief?.year ?? null,
    trust: assumed.belief?.trust ?? null,
  };
}

function mostUsed(quotes: readonly PeerQuote[]): Currency | null {
  const uses = new Map<Currency, number>();
  for (const { currency } of quotes) uses.set(currency, (uses.get(currency) ?? 0) + 1);
  const [first] = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
