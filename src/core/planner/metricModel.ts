import type { Brief, Metric } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import type { AudienceCell } from "#core/forecast/audienceCell";
import {
  orderValueMinor,
  PERSUASION_METRICS,
  type PurchaseKind,
  ratePerViewer,
  topicResponse,
} from "#core/forecast/response";
import { convert } from "#core/fx";
import { toMajor } from "#core/money";
import { type Bundle, scopeOf } from "./offer.ts";

/** How a metric is counted: persons who see, persons moved, or a sum over posts. */
export interface MetricModel {
  readonly metric: Metric;
  readonly kind: "reach" | "persuasion" | "sum";
  /** Share of people who can be moved at all; 1 where seeing is all that counts. */
  readonly kappa: number;
  /** What one person of an atom is worth in the metric's unit, κ included. */
  readonly weight: number;
  /** Net value of one order, minor units. */
  readonly orderNetMinor: number;
  /** Chance that a person who sees the item acts, among people who can be moved. */
  acts(item: { readonly ratePerViewer: number }, cell: AudienceCell | null): number;
}

export function metricModel(
  brief: Brief,
  kind: PurchaseKind,
  reference: Reference,
  bundles: readonly Bundle[],
  book: AssumptionBook,
  kappaWanted: number | null = null,
): MetricModel {
  const { metric } = brief.objective;
  const orderNetMinor = orderNet(brief, reference, book);
  if (metric === "reach") return seeing(orderNetMinor);
  if (!PERSUASION_METRICS.includes(metric))
    return { metric, kind: "sum", kappa: 1, weight: 0, orderNetMinor, acts: () => 0 };
  const topic = topicResponse(book);
  const largest = Math.max(
    ...bundles.map((bundle) => ratePerViewer(metric, scopeOf(bundle), brief, kind, book).mean),
    0,
  );
  const kappa = Math.min(
    1,
    Math.max(kappaWanted ?? book.find("kappa", {}, "people who can be moved").value, largest * topic.on),
  );
  const worth = metric === "revenue" || metric === "turnoverGrowth" ? orderNetMinor : 1;
  const existing =
    metric === "followers" ? book.find("existing-follower-share", {}, "followers gained").value : 0;
  return {
    metric,
    kind: "persuasion",
    kappa,
    weight: kappa * worth * (1 - existing),
    orderNetMinor,
    acts: (item, cell) => {
      const onTopic = cell?.onTopic ?? null;
      const response = onTopic === null ? 1 : onTopic ? topic.on : topic.off;
      return Math.min(1, (item.ratePerViewer * response) / kappa);
    },
  };
}

/** Everybody who sees a post counts once. */
export function seeing(orderNetMinor: number): MetricModel {
  return { metric: "reach", kind: "reach", kappa: 1, weight: 1, orderNetMinor, acts: () => 1 };
}

function orderNet(brief: Brief, reference: Reference, book: AssumptionBook): number {
  if (brief.order.value !== null) return orderValueMinor(brief, 0, book);
  const assumed = book.find("order-value", {}, "value of an order");
  const inBrief = convert(
    { amountMinor: Math.round(assumed.value * 100), currency: assumed.unit },
    brief.currency,
    reference.fx,
  );
  return orderValueMinor(brief, toMajor(inBrief.money), book);
}
