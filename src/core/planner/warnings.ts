import { newestKnown } from "#core/forecast/postEvidence";
import { daysBetween } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { PlanParts } from "./describePlan.ts";
import type { ItemModel } from "./itemModel.ts";
import type { Forecast } from "./planDocument.ts";
import { assumedPrice } from "./price.ts";

const STALE_DAYS = 90;

/** What a reader of the plan should know before money is spent on it. */
export function warningsOf(
  items: readonly ItemModel[],
  forecast: Forecast | null,
  { model, input }: PlanParts,
): readonly Sentence[] {
  const { brief, book, reference } = model;
  const warnings: Sentence[] = [...brief.warnings];
  const floors = items.filter((item) => item.bundle.pieces.some((p) => p.offer.price.qualifier === "le"));
  if (floors.length > 0) {
    const market = floors.reduce(
      (sum, { bundle }) =>
        sum +
        bundle.pieces.reduce((cost, { offer, count }) => {
          const usual = assumedPrice(bundle.account, offer.format, offer.deliverable, bundle.followers, {
            currency: brief.currency,
            fx: reference.fx,
            book,
          });
          return cost + count * usual.feeMinor;
        }, 0),
      0,
    );
    const planned = floors.reduce((sum, item) => sum + item.costParts.fee, 0);
    warnings.push(
      sentence("plan.warn.floorPrices", {
        count: floors.length,
        planned: { amountMinor: planned, currency: brief.currency },
        market: { amountMinor: market, currency: brief.currency },
      }),
    );
  }
  const assumedPrices = items.filter((item) => item.bundle.pieces[0]!.offer.price.qualifier === "assumed");
  if (assumedPrices.length > 0)
    warnings.push(sentence("plan.warn.assumedPrices", { count: assumedPrices.length }));
  const estimated = items.filter((item) => item.figure.method === "estimated").length;
  if (estimated > 0) warnings.push(sentence("plan.warn.estimatedViews", { count: estimated }));
  const assumed = items.filter((item) => item.figure.method === "assumed").length;
  if (assumed > 0) warnings.push(sentence("plan.warn.assumedViews", { count: assumed }));
  const stale = items.filter((item) => isStale(item, input.madeOn)).length;
  if (stale > 0) warnings.push(sentence("plan.warn.stale", { count: stale, days: STALE_DAYS }));
  if (model.unknownSize > 0) warnings.push(sentence("plan.warn.unknownSize", { count: model.unknownSize }));
  if (model.audience.frame.apart.length > 0)
    warnings.push(sentence("plan.warn.apart", { platforms: model.audience.frame.apart.join(", ") }));
  const strange = items.filter(
    ({ bundle }) => model.audience.of.get(bundle.account.id)?.mix.geoBelief,
  ).length;
  if (strange > 0)
    warnings.push(
      sentence("plan.warn.audienceElsewhere", {
        count: strange,
        countries: (brief.audience.countries.length > 0 ? brief.audience.countries : [brief.market]).join(
          ", ",
        ),
      }),
    );
  if (forecast?.rough) warnings.push(sentence("plan.warn.rough", { share: forecast.assumedVarianceShare }));
  return warnings;
}

function isStale(item: ItemModel, today: string): boolean {
  const post = item.bundle.account.posts[0]?.postedAtMs;
  const snapshot = newestKnown(item.bundle.account, "followers")?.observedOn;
  const newest = post === undefined ? snapshot : new Date(post).toISOString().slice(0, 10);
  return newest !== undefined && daysBetween(newest, today) > STALE_DAYS;
}
