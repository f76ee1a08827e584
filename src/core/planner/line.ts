import type { Brief } from "#core/brief/brief";
import { logSdOf } from "#core/forecast/belief";
import type { Money } from "#core/money";
import type { Method } from "#core/provenance";
import { type Sentence, sentence } from "#core/sentence";
import { amount, spoken } from "./amount.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { tierOfAccount } from "./label.ts";
import { lineDeal } from "./lineDeal.ts";
import { methodShares } from "./methodShares.ts";
import { type Bundle, postsIn } from "./offer.ts";
import { COST_PARTS, type CostPart, type PlanLine } from "./planDocument.ts";
import type { Price } from "./price.ts";

const Z95 = 1.6448536269514722;

export interface LineValues {
  readonly marginal: number;
  readonly alone: number;
  readonly planValue: number;
  readonly dropAtMinor: number | null;
}

export function planLine(item: ItemModel, values: LineValues, model: CampaignModel): PlanLine {
  const { bundle } = item;
  const { brief, reference } = model;
  const money = (amountMinor: number): Money => ({ amountMinor, currency: brief.currency });
  const overlapShare = values.alone > 0 ? Math.max(0, 1 - values.marginal / values.alone) : 0;
  return {
    item: bundle.id,
    creator: bundle.creator.id,
    creatorName: bundle.creator.displayName,
    account: bundle.account.id,
    platform: bundle.account.platform,
    handle: bundle.account.handle,
    deliverable: deliverableName(bundle),
    count: postsIn(bundle),
    tier: tierOfAccount(bundle.followers, bundle.account.platform, brief, reference),
    ...lineCost(item, model),
    hours: item.hours,
    expectedViews: viewsRange(item),
    marginalValue: values.marginal,
    valueAlone: values.alone,
    overlapShare,
    dropAtCost: values.dropAtMinor === null ? null : money(values.dropAtMinor),
    why: whyOf(item, values, overlapShare, brief),
    toDrop:
      values.dropAtMinor === null
        ? sentence("plan.toDrop.none")
        : sentence("plan.toDrop.at", { cost: money(values.dropAtMinor) }),
    slot: model.slots.get(bundle.creator.id) ?? null,
    shares: methodShares(linksOf(item, model).map((method) => ({ method, weight: 1 }))),
  };
}

/** What an item takes from the budget, part by part, how good the price is, and on what terms it is bought. */
export function lineCost(
  item: ItemModel,
  { brief, reference }: CampaignModel,
): Pick<PlanLine, "cost" | "costParts" | "price" | "deal"> {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: brief.currency });
  const { pieces } = item.bundle;
  const { qualifier, method, source } = pieces[0]!.offer.price;
  const sum = (minorOf: (price: Price) => number) =>
    money(Math.round(pieces.reduce((total, { count, offer }) => total + count * minorOf(offer.price), 0)));
  return {
    cost: money(item.costMinor),
    costParts: Object.fromEntries(COST_PARTS.map((part) => [part, money(item.costParts[part])])) as Readonly<
      Record<CostPart, Money>
    >,
    price: {
      ...{ qualifier, method, source },
      low: sum(({ lowMinor }) => lowMinor),
      high: sum(({ highMinor }) => highMinor),
    },
    deal: lineDeal(item, brief, reference),
  };
}

/** "note", or "note+video-note" for a mixed bundle. */
export function deliverableName(bundle: Bundle): string {
  return bundle.pieces.map((piece) => piece.offer.deliverable).join("+");
}

/** The links of the chain from creator to result, each as well known as its source: they count alike (methods/forecast). */
export function linksOf(item: ItemModel, model: CampaignModel): readonly Method[] {
  const audience = model.audience.of.get(item.bundle.account.id);
  const mix: readonly Method[] = audience
    ? [audience.mix.method.geo, audience.mix.method.age, audience.mix.method.gender]
    : ["assumed"];
  const feed: readonly Method[] =
    model.metric.kind === "sum" ? [] : ["assumed", audience?.following.method ?? "assumed"];
  const response: readonly Method[] = item.responseFactors.length > 0 ? ["assumed"] : [];
  return [item.figure.method, ...mix, ...feed, ...response];
}

export function viewsRange(item: ItemModel): PlanLine["expectedViews"] {
  const { views, makeGood } = item.bundle.pieces[0]!.offer;
  const posts = postsIn(item.bundle);
  const shared = views.factors.reduce((sum, f) => sum + (f.weight * logSdOf(f.assumption)) ** 2, 0);
  const variance = views.posterior.varMean + Math.log1p(Math.expm1(views.posterior.varPost) / posts) + shared;
  const at = (z: number) =>
    Math.max(
      makeGood?.views ?? 0,
      item.views * (makeGood?.scale ?? 1) * Math.exp(z * Math.sqrt(variance) - variance / 2),
    );
  return { mean: item.views, p05: at(-Z95), p95: at(Z95), method: views.method };
}

function whyOf(item: ItemModel, values: LineValues, overlapShare: number, brief: Brief): Sentence {
  const { metric } = brief.objective;
  return sentence(overlapShare > 0.005 ? "plan.why.coverage" : "plan.why.alone", {
    adds: amount(metric, spoken(values.marginal, false), brief.currency),
    share: values.planValue > 0 ? values.marginal / values.planValue : 0,
    overlap: overlapShare,
    cost: { amountMinor: item.costMinor, currency: brief.currency },
  });
}
