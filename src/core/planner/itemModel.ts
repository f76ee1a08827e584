import type { Brief } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import { ACTIVITY_CLASSES } from "#core/forecast/activityClass";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { CLASS_COUNT } from "#core/forecast/atomFrame";
import { type FigureForecast, figureForecast, type SharedFactor } from "#core/forecast/figureForecast";
import { type PurchaseKind, ratePerView, ratePerViewer } from "#core/forecast/response";
import type { Audience } from "./audience.ts";
import { type Booking, bookingOf } from "./booking.ts";
import { type DealExtras, dealExtras, type Extra } from "./dealExtras.ts";
import { type CostParts, giftMinor, itemCost, sumOfParts } from "./itemCost.ts";
import type { MetricModel } from "./metricModel.ts";
import { type Bundle, dealOf, scopeOf } from "./offer.ts";
import { rebateMinor, taxOf } from "./taxAndRebate.ts";
import { expectedViews, type FeedView, feedView, touchOf } from "./touch.ts";

/** What a bundle costs and brings at mean rates, and what makes that uncertain. */
export interface ItemModel {
  readonly bundle: Bundle;
  readonly costParts: CostParts;
  readonly costMinor: number;
  readonly booking: Booking;
  readonly extras: DealExtras;
  /** On top of fees that are quoted without it; null: none is. */
  readonly tax: Extra | null;
  readonly hours: number;
  /** Chance that what was agreed is posted. */
  readonly posting: number;
  readonly views: number;
  readonly inTargetShare: number;
  readonly feed: FeedView;
  /** Persuasion metrics: chance that a viewer acts, at mean rates. */
  readonly ratePerViewer: number;
  /** Sum metrics: what the item adds, posting included. */
  readonly value: number;
  /** The figure of a post that drives the item. */
  readonly figure: FigureForecast;
  /** Shared figures that move it beside those of the post. */
  readonly responseFactors: readonly SharedFactor[];
  /** Variance of ln of the share in the target: of margins that somebody stated, and of assumed ones. */
  readonly audienceVariance: { readonly known: number; readonly assumed: number };
  /** Spread of ln of the response between creators, for what is not measured of this one. */
  readonly responseSd: number;
}

export function itemModel(
  bundle: Bundle,
  brief: Brief,
  audience: Audience,
  metric: MetricModel,
  kind: PurchaseKind,
  reference: Reference,
  book: AssumptionBook,
): ItemModel {
  const scope = scopeOf(bundle);
  const posting = book.find("posting-share", { deal: dealOf(bundle) }, "agreed posts that appear").value;
  const inTargetShare = audience.of.get(bundle.account.id)?.inTargetShare ?? 0;
  const persuasion =
    metric.kind === "persuasion" ? ratePerViewer(metric.metric, scope, brief, kind, book) : null;
  const sum = metric.kind === "sum" ? sumOf(bundle, metric, book) : null;
  const booking = bookingOf(bundle, brief, reference, book);
  const extras = dealExtras(bundle, brief, reference, book);
  const tax = taxOf(bundle, brief, book);
  const costParts = itemCost(
    bundle.pieces.reduce((total, piece) => total + piece.count * piece.offer.price.feeMinor, 0),
    commissionOf(bundle, brief, audience, metric, kind, posting, book),
    giftMinor(bundle, brief, reference.fx, book),
    booking,
    extras,
    { tax: tax?.minor ?? 0, rebate: rebateMinor(bundle) },
    brief,
  );
  return {
    bundle,
    costParts,
    costMinor: sumOfParts(costParts),
    booking,
    extras,
    tax,
    hours: booking.hours,
    posting,
    views: expectedViews(bundle),
    inTargetShare,
    feed: feedView(bundle, audience.of.get(bundle.account.id)?.following.real ?? 0, book),
    ratePerViewer: persuasion?.mean ?? 0,
    value: sum === null ? 0 : sum.mean * inTargetShare * posting,
    figure: sum?.figure ?? bundle.pieces[0]!.offer.views,
    responseFactors: persuasion?.factors ?? sum?.factors ?? [],
    audienceVariance: audienceVariance(bundle, brief, audience, book),
    responseSd:
      persuasion || sum?.factors.length
        ? book.find("response-creator-sd", scope, "response of this creator's audience").value
        : 0,
  };
}

// Only margins by which the brief asks for some and not others can be wrong about the target.
function audienceVariance(
  bundle: Bundle,
  brief: Brief,
  audience: Audience,
  book: AssumptionBook,
): ItemModel["audienceVariance"] {
  const mix = audience.of.get(bundle.account.id)?.mix;
  const asked = (["geo", "age", "gender"] as const).filter(
    (margin) =>
      margin === "geo" || (margin === "age" ? brief.audience.ages : brief.audience.genders).length > 0,
  );
  let [known, assumed] = [0, 0];
  for (const margin of asked) {
    const method = mix?.method[margin] ?? "assumed";
    const variance = book.find("audience-share-sd", { method }, "shares of an audience").value ** 2;
    if (method === "assumed") assumed += variance;
    else known += variance;
  }
  return { known, assumed };
}

// Engagements and saves come from the creator's own where they are known; visits and leads from views.
function sumOf(
  bundle: Bundle,
  metric: MetricModel,
  book: AssumptionBook,
): { readonly mean: number; readonly figure: FigureForecast; readonly factors: readonly SharedFactor[] } {
  const views = bundle.pieces[0]!.offer.views;
  if (metric.metric === "visits" || metric.metric === "leads") {
    const rate = ratePerView(metric.metric, scopeOf(bundle), book);
    return { mean: expectedViews(bundle) * rate.mean, figure: views, factors: rate.factors };
  }
  if (metric.metric === "engagement" || metric.metric === "saves") {
    const figures = bundle.pieces.map(({ offer, count }) => ({
      count,
      figure: figureForecast(
        metric.metric as "engagement" | "saves",
        bundle.account,
        offer.format,
        bundle.followers,
        book,
      ),
    }));
    const mean = figures.reduce((total, { count, figure }) => total + count * figure.mean, 0);
    return { mean, figure: figures[0]!.figure, factors: [] };
  }
  return { mean: expectedViews(bundle), figure: views, factors: [] };
}

/** Expected commission: rate × order value × (orders of the item alone + orders of people who found its code elsewhere). */
function commissionOf(
  bundle: Bundle,
  brief: Brief,
  audience: Audience,
  metric: MetricModel,
  kind: PurchaseKind,
  posting: number,
  book: AssumptionBook,
): number {
  const shareBp = Math.max(...bundle.pieces.map((piece) => piece.offer.price.commissionBp));
  if (shareBp === 0) return 0;
  // As for revenue: a sale that is returned earns no commission.
  const rate = ratePerViewer("revenue", scopeOf(bundle), brief, kind, book).mean;
  const viewers = viewersInTarget(bundle, audience, book);
  const organic = book.find("organic-code-share", {}, "commission").value;
  return (shareBp / 10_000) * metric.orderNetMinor * posting * rate * viewers * (1 + organic);
}

/** People in the target who see at least one post of a bundle that is posted. */
export function viewersInTarget(bundle: Bundle, audience: Audience, book: AssumptionBook): number {
  const touch = touchOf(bundle, audience, book);
  const users = audience.frame.usersOf.get(bundle.account.platform) ?? [];
  let people = 0;
  audience.frame.cells.forEach((cell, c) => {
    ACTIVITY_CLASSES.forEach((activity, a) => {
      const k = c * CLASS_COUNT + a;
      const sees = 1 - (1 - touch.follower[k]!) * (1 - touch.stranger[k]!);
      people += (users[c] ?? 0) * cell.inTarget * activity.share * sees;
    });
  });
  return people;
}
