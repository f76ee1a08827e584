import type { LocalNames } from "#core/localNames";

/**
 * How a creator is paid. `flat` a fee; `gifted` the product for a piece; `commission` a share of sales; `slot` a fee for the
 * place (坑位费) and a share of sales; `guaranteed` a fee with views promised and made good (保量); `view`, `click`, `lead` a
 * price for each; `package` several pieces at one price; `retainer` pieces by the month; `trip` a press trip.
 */
export const DEAL_KINDS = [
  "flat",
  "gifted",
  "commission",
  "slot",
  "guaranteed",
  "view",
  "click",
  "lead",
  "package",
  "retainer",
  "trip",
] as const;
export type DealKind = (typeof DEAL_KINDS)[number];

/** Paid by what is delivered: the price is for one unit; of views, for a thousand. */
export const UNIT_DEALS = ["view", "click", "lead"] as const satisfies readonly DealKind[];
export type UnitDeal = (typeof UNIT_DEALS)[number];

export function isUnitDeal(kind: DealKind): kind is UnitDeal {
  return UNIT_DEALS.some((unit) => unit === kind);
}

/** Agreed as one whole: nobody has named a price for two of it. */
const WHOLE_DEALS: readonly DealKind[] = ["gifted", "guaranteed", "package", "retainer", "trip"];

export function isWholeDeal(kind: DealKind): boolean {
  return WHOLE_DEALS.includes(kind);
}

/** Who stands between brand and creator; a platform order (报备) goes through the platform's own market place. */
export const BOOKING_ROUTES = ["direct", "mcn", "agency", "platform-order"] as const;
export type BookingRoute = (typeof BOOKING_ROUTES)[number];

/** Where the brand may use what the creator made, beside the creator's own account. */
export const RIGHTS_CHANNELS = [
  "own-social",
  "paid-social",
  "website",
  "retail",
  "out-of-home",
  "television",
] as const;
export type RightsChannel = (typeof RIGHTS_CHANNELS)[number];

/** An extra that a quote names: an amount, or a share of the fee; both null: it is in the fee. */
export interface QuotedExtra {
  readonly feeMinor: number | null;
  readonly feeShareBp: number | null;
}

export interface QuotedRights extends QuotedExtra {
  /** Empty: the quote does not say which, and is taken to mean what the brief asks. */
  readonly channels: readonly RightsChannel[];
  /** Null: without end, or not said. */
  readonly months: number | null;
  /** ISO country, or null: not said. */
  readonly territory: string | null;
}

export interface QuotedExclusivity extends QuotedExtra {
  readonly category: string | null;
  readonly months: number | null;
}

/** What a quote says beyond kind, price and commission. Null is unsaid. Amounts in minor units of the rate's currency. */
export interface RateTerms {
  readonly guaranteedViews: number | null;
  /** The most a deal by view, click or lead pays for one piece. */
  readonly capMinor: number | null;
  /** Pieces in a package or a trip, or in a month of a retainer. */
  readonly pieces: number | null;
  /** Months that a retainer is agreed for. */
  readonly months: number | null;
  readonly days: number | null;
  readonly travelMinor: number | null;
  readonly sampleReturned: boolean | null;
  readonly usageRights: QuotedRights | null;
  readonly exclusivity: QuotedExclusivity | null;
  readonly route: BookingRoute | null;
  /** Ordered through the platform's market place (报备); false: 非报备. */
  readonly filed: boolean | null;
  /** Whether the price holds tax; the rate that the quote names, of the price before tax. */
  readonly taxIncluded: boolean | null;
  readonly taxBp: number | null;
  /** What an agency gives back of the price (返点), and to whom. */
  readonly rebateBp: number | null;
  readonly rebateTo: RebateTo | null;
}

/** Paid back to whoever buys, or already off the price. Who else may get it is nobody's saving. */
export type RebateTo = "buyer" | "deducted";

export const NO_TERMS: RateTerms = {
  guaranteedViews: null,
  capMinor: null,
  pieces: null,
  months: null,
  days: null,
  travelMinor: null,
  sampleReturned: null,
  usageRights: null,
  exclusivity: null,
  route: null,
  filed: null,
  taxIncluded: null,
  taxBp: null,
  rebateBp: null,
  rebateTo: null,
};

/** Null where a quote says nothing more: most do not. */
export function termsOrNull(terms: RateTerms): RateTerms | null {
  return Object.values(terms).every((value) => value === null) ? null : terms;
}

export interface NamedRow<Slug extends string> {
  readonly slug: Slug;
  readonly names: LocalNames;
  /** Other words for it in briefs and files. */
  readonly words: readonly string[];
}

/** A paid tool that shows a creator's post to more people. */
export interface BoostTool extends NamedRow<string> {
  readonly platform: string;
}

/** A platform's own market place, where orders are filed. */
export interface OrderPlace {
  readonly platform: string;
  readonly names: LocalNames;
}

/** The deals of the trade as data/deals holds them. */
export interface Deals {
  readonly kinds: readonly NamedRow<DealKind>[];
  readonly routes: readonly NamedRow<BookingRoute>[];
  readonly channels: readonly NamedRow<RightsChannel>[];
  readonly tools: readonly BoostTool[];
  readonly orderPlaces: readonly OrderPlace[];
}

export function orderPlaceOf(deals: Deals, platform: string): OrderPlace | null {
  return deals.orderPlaces.find((place) => place.platform === platform) ?? null;
}
