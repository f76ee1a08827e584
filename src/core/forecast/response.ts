import type { Brief, Metric, SalesSetting } from "#core/brief/brief";
import { minorDigits } from "#core/money";
import type { AssumptionBook, Scope } from "./assumptionBook.ts";
import { logSdOf, meanPower } from "./belief.ts";
import type { SharedFactor } from "./figureForecast.ts";

/** A rate as a product of figures, each of which many items share. */
export interface SharedRate {
  readonly mean: number;
  readonly factors: readonly SharedFactor[];
}

/** Metrics counted once a person, among people who can be moved at all; the others are sums over views. */
export const PERSUASION_METRICS: readonly Metric[] = [
  "orders",
  "revenue",
  "newCustomers",
  "turnoverGrowth",
  "followers",
  "storeVisits",
  "attendance",
];

/** What is known of buying beside the brief: the sense check asks, a plan leaves both open. */
export interface PurchaseKind {
  readonly purchase: "impulse" | "considered" | null;
  readonly newToMarket: boolean;
}

export const ORDINARY_PURCHASE: PurchaseKind = { purchase: null, newToMarket: false };

export function ratePerViewer(
  metric: Metric,
  scope: Scope,
  brief: Brief,
  kind: PurchaseKind,
  book: AssumptionBook,
): SharedRate {
  const size = one(book, "response-by-size", scope, "response");
  if (metric === "followers")
    return product([one(book, "followers-by-viewers", scope, "followers gained"), size]);
  if (metric === "storeVisits")
    return product([one(book, "store-visits-by-viewers", scope, "store visits"), size]);
  if (metric === "attendance")
    return product([one(book, "attendance-by-viewers", scope, "attendance"), size]);
  const conversion = brief.order.conversionRate;
  const rate = product([
    one(book, "visits-by-views", scope, "orders"),
    one(book, "views-per-viewer", scope, "orders"),
    size,
    ...(conversion === null ? [one(book, "orders-by-visits", scope, "orders")] : []),
    one(book, "orders-beyond-visits", scope, "orders"),
    ...(kind.purchase === null
      ? []
      : [one(book, "purchase-kind-response", { purchase: kind.purchase }, "orders")]),
    ...(kind.newToMarket ? [one(book, "new-brand-response", {}, "orders")] : []),
    ...(metric === "newCustomers" ? [one(book, "new-customer-share", scope, "new customers")] : []),
  ]);
  return { ...rate, mean: rate.mean * (conversion ?? 1) * keptShare(metric, scope, brief, book) };
}

/**
 * Orders count as sold in a brand's own shop, and net of cancellations and returns elsewhere. Money is net already, at the
 * plan's setting: a livestream among other posts counts by how much more comes back.
 */
function keptShare(metric: Metric, scope: Scope, brief: Brief, book: AssumptionBook): number {
  const setting = scope["setting"] === "livestream" ? "livestream" : brief.deals.soldIn;
  if (metric === "orders" || metric === "newCustomers")
    return setting === "shop" ? 1 : 1 - returnShare(setting, brief, book);
  if (setting === brief.deals.soldIn) return 1;
  const plan = 1 - returnShare(brief.deals.soldIn, brief, book);
  return plan > 0 ? (1 - returnShare(setting, brief, book)) / plan : 1;
}

/** Share of orders cancelled or returned: the brief's, else by setting, category and market. */
function returnShare(setting: SalesSetting, brief: Brief, book: AssumptionBook): number {
  if (brief.deals.returnRate !== null) return brief.deals.returnRate;
  const [category = ""] = brief.topics;
  const scope = { setting, category, market: brief.market };
  return book.find("return-share", scope, "revenue net of returns").value;
}

/** Visits or leads of one view. Visits count once per link, visitor and day. */
export function ratePerView(metric: "visits" | "leads", scope: Scope, book: AssumptionBook): SharedRate {
  const visits = one(book, "visits-by-views", scope, "visits");
  return product(metric === "visits" ? [visits] : [visits, one(book, "leads-by-visits", scope, "leads")]);
}

/** Minor units of the brief's currency that one order brings, net of returns. `orderValueIn`: major units, where the brief has none. */
export function orderValueMinor(brief: Brief, orderValueIn: number, book: AssumptionBook): number {
  const value = brief.order.value?.amountMinor ?? orderValueIn * 10 ** minorDigits(brief.currency);
  return value * (1 - returnShare(brief.deals.soldIn, brief, book));
}

/** How topical people respond against others: both relative to the mean over a topical creator's followers. */
export function topicResponse(book: AssumptionBook): { readonly on: number; readonly off: number } {
  const share = book.find("topic-share", {}, "people by main interest").value;
  const lift = book.find("topic-lift", {}, "affinity of followers").value;
  const ratio = book.find("topic-response-ratio", {}, "response by interest").value;
  const onShare = Math.min(0.95, share * lift);
  const off = 1 / (onShare * ratio + 1 - onShare);
  return { on: off * ratio, off };
}

export function product(factors: readonly SharedFactor[]): SharedRate {
  return {
    mean: factors.reduce((mean, f) => mean * meanPower(f.assumption, f.weight), 1),
    factors: factors.filter((f) => logSdOf(f.assumption) > 0),
  };
}

function one(book: AssumptionBook, key: string, scope: Scope, usedFor: string): SharedFactor {
  return { assumption: book.find(key, scope, usedFor), weight: 1 };
}
