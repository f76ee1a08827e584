import type { Brief } from "#core/brief/brief";
import type { Cities } from "#core/catalog/city";
import { platformName } from "#core/catalog/platform";
import type { OutsideShipped } from "#core/forecast/assumptionBook";
import type { GeoScheme } from "#core/forecast/geoScheme";
import { newestKnown } from "#core/forecast/postEvidence";
import { unnamed } from "#core/localNames";
import { daysBetween } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { amount, outcome } from "./amount.ts";
import type { PlanParts } from "./describePlan.ts";
import { ROUGH_FROM } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import type { Bundle } from "./offer.ts";
import type { ComparisonEntry, Forecast } from "./planDocument.ts";
import { assumedPrice } from "./price.ts";
import { DRAWS } from "./simulate.ts";

const STALE_DAYS = 90;
const VIEWS_PER_FOLLOWER_MAX = 30;

/** What a reader of the plan should know before money is spent on it. */
export function warningsOf(
  items: readonly ItemModel[],
  forecast: Forecast | null,
  { model, input }: PlanParts,
): readonly Sentence[] {
  const { brief, book, reference } = model;
  const warnings: Sentence[] = [
    ...brief.warnings,
    ...tiersPassedOver(brief, model.audience.scheme, reference.cities),
    ...model.warnings,
    ...book.outside().map(outsideShipped),
  ];
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
  const unfiled = items.filter(({ booking }) => booking.filed === false).length;
  if (unfiled > 0) warnings.push(sentence("plan.warn.unfiled", { count: unfiled }));
  warnings.push(...assumedTerms(items, brief));
  const assumedPrices = items.filter((item) => item.bundle.pieces[0]!.offer.price.qualifier === "assumed");
  if (assumedPrices.length > 0)
    warnings.push(sentence("plan.warn.assumedPrices", { count: assumedPrices.length }));
  warnings.push(...implausibleViews(items));
  const estimated = items.filter((item) => item.figure.method === "estimated").length;
  if (estimated > 0) warnings.push(sentence("plan.warn.estimatedViews", { count: estimated }));
  const assumed = items.filter((item) => item.figure.method === "assumed").length;
  if (assumed > 0) warnings.push(sentence("plan.warn.assumedViews", { count: assumed }));
  const stale = items.filter((item) => isStale(item, input.madeOn)).length;
  if (stale > 0) warnings.push(sentence("plan.warn.stale", { count: stale, days: STALE_DAYS }));
  if (model.unknownSize > 0) warnings.push(sentence("plan.warn.unknownSize", { count: model.unknownSize }));
  if (model.audience.frame.apart.length > 0)
    warnings.push(
      sentence("plan.warn.apart", {
        platforms: model.audience.frame.apart.map((slug) => platformName(reference.platforms, slug)),
      }),
    );
  const strange = items.filter(
    ({ bundle }) => model.audience.of.get(bundle.account.id)?.mix.geoBelief,
  ).length;
  if (strange > 0)
    warnings.push(
      sentence("plan.warn.audienceElsewhere", {
        count: strange,
        countries: brief.audience.countries.length > 0 ? brief.audience.countries : [brief.market],
      }),
    );
  return [...warnings, ...roughOf(forecast)];
}

/** Rights and exclusivity that the brief asks for and nobody has quoted. */
function assumedTerms(items: readonly ItemModel[], { currency }: Brief): readonly Sentence[] {
  const unquoted = items.flatMap(({ extras: { rights, exclusivity } }) => {
    const minor = [rights, exclusivity].reduce(
      (sum, extra) => sum + (extra?.basis === "assumed" ? extra.minor : 0),
      0,
    );
    return minor > 0 ? [minor] : [];
  });
  if (unquoted.length === 0) return [];
  const cost = { amountMinor: unquoted.reduce((sum, minor) => sum + minor, 0), currency };
  return [sentence("plan.warn.assumedTerms", { count: unquoted.length, cost })];
}

/** City tiers only weigh, so a brief whose tiers cannot be used is planned without them, and says so. */
export function tiersPassedOver(brief: Brief, scheme: GeoScheme, known: Cities): readonly Sentence[] {
  const { cities, cityTiers, countries } = brief.audience;
  if (cityTiers.length === 0 || scheme.kind === "cityTier") return [];
  if (scheme.kind === "city") {
    const names = cities.map((slug) => known.cityOf(slug)?.names ?? unnamed(slug));
    return [sentence("plan.warn.tiersBesideCities", { tiers: cityTiers, cities: names })];
  }
  const where = countries.length > 0 ? countries : [brief.market];
  return [sentence("plan.warn.tiersUnknown", { tiers: cityTiers, countries: where, market: brief.market })];
}

function roughOf(forecast: Forecast | null): readonly Sentence[] {
  if (forecast === null) return [];
  const { unmeasuredShare, assumedVarianceShare } = forecast;
  return [
    ...(unmeasuredShare > ROUGH_FROM ? [sentence("plan.warn.unmeasured", { share: unmeasuredShare })] : []),
    ...(assumedVarianceShare > ROUGH_FROM
      ? [sentence("plan.warn.rough", { share: assumedVarianceShare })]
      : []),
  ];
}

/** The plan brings most on average; another portfolio that can be booked may be likelier to reach the target. */
export function likelierOf(comparison: readonly ComparisonEntry[], brief: Brief): readonly Sentence[] {
  const plan = comparison.find((entry) => entry.kind === "best-mix");
  const planned = plan?.probabilityOfTarget ?? null;
  if (plan === undefined || planned === null) return [];
  const clearly = (chance: number) =>
    chance - planned > 3 * Math.sqrt((chance * (1 - chance) + planned * (1 - planned)) / DRAWS);
  const [better] = comparison
    .filter((entry) => entry.chosen.length > 0 && clearly(entry.probabilityOfTarget ?? 0))
    .sort((a, b) => (b.probabilityOfTarget ?? 0) - (a.probabilityOfTarget ?? 0));
  if (!better) return [];
  const say = (entry: ComparisonEntry) =>
    amount(brief.objective.metric, outcome(entry.metricMean, true), brief.currency);
  return [
    sentence("plan.warn.likelier", {
      kind: [sentence(`plan.text.kind.${better.kind}`)],
      chance: better.probabilityOfTarget,
      planned,
      mean: say(better),
      plannedMean: say(plan),
      names: better.chosen.map(({ creatorName }) => creatorName).join(", "),
      quotas: brief.creators.quotas.length > 0 ? [sentence("plan.warn.likelierQuotas")] : [],
    }),
  ];
}

function outsideShipped({ row, shipped }: OutsideShipped): Sentence {
  const { key, value } = row;
  return sentence("plan.warn.ownAssumption", { key, value, low: shipped.low, high: shipped.high });
}

/** More views a follower than the best posts of small accounts get on average: rather a column misread or a figure made up. */
function implausibleViews(items: readonly ItemModel[]): readonly Sentence[] {
  return items.flatMap(({ bundle }) => {
    const times = implausibleTimes(bundle);
    const creator = bundle.creator.displayName;
    return times === null ? [] : [sentence("plan.warn.views", { creator, times: Math.round(times) })];
  });
}

/** Views a follower where that is too much to be believed, else null. */
export function implausibleTimes({ account, followers, pieces }: Bundle): number | null {
  const stated = (newestKnown(account, "viewsAvg")?.viewsAvg ?? 0) / followers;
  const times = Math.max(stated, ...pieces.map(({ offer }) => offer.views.mean / followers));
  return times > VIEWS_PER_FOLLOWER_MAX ? times : null;
}

function isStale(item: ItemModel, today: string): boolean {
  const post = item.bundle.account.posts[0]?.postedAtMs;
  const snapshot = newestKnown(item.bundle.account, "followers")?.observedOn;
  const newest = post === undefined ? snapshot : new Date(post).toISOString().slice(0, 10);
  return newest !== undefined && daysBetween(newest, today) > STALE_DAYS;
}
