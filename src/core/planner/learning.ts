import { multipleOf, shareAt, shockOf } from "#core/forecast/belief";
import { normalQuantile } from "#core/maths/normal";
import { type Sentence, sentence } from "#core/sentence";
import type { Alternatives } from "./alternatives.ts";
import { amount, spoken } from "./amount.ts";
import type { CurvePoint } from "./budgetCurve.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { PlanParts } from "./describePlan.ts";
import { marginPerUnitMinor } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import { type LearningCore, learningCore } from "./learningCore.ts";
import type { Move } from "./movedTouch.ts";
import type { PlanDocument, PlanLearning } from "./planDocument.ts";
import { factorName, type ScenarioFactor } from "./sharedFactors.ts";
import { worthOfKnowing } from "./worthOfKnowing.ts";

/** Equally likely values of a figure, each the middle of its part of the belief. */
const VALUES = 8;
const FACTORS_MAX = 6;
const CREATORS_MAX = 10;
const SHOWN_MAX = 5;
/** Below this share of the plan's value nobody would measure anything. */
const SHOWN_FROM = 0.001;

/** A figure that could be learned, and how its value at standard normal z moves the core's items. */
interface Learnable {
  readonly figure: string;
  readonly creator: ItemModel["bundle"]["creator"] | null;
  readonly movesAt: (z: number) => readonly Move[];
}

/**
 * What to find out first: what it would be worth to know one figure exactly before booking, other figures at their means
 * (docs/methods/learning.md). Only what would change the plan has a worth; what merely sharpens the forecast has none.
 */
export function learningOf(
  chosen: readonly ItemModel[],
  losses: readonly number[],
  others: Alternatives,
  top: readonly { readonly factor: ScenarioFactor }[],
  curve: readonly CurvePoint[],
  rough: boolean,
  { model, instance, seed }: PlanParts,
): PlanDocument["learn"] {
  const core = learningCore(chosen, losses, others, model, instance);
  const base = chosen.map((item) => item.bundle.id);
  const minorPerUnit = marginPerUnitMinor(model) ?? budgetPerUnitMinor(curve, instance.budget);
  const z = Array.from({ length: VALUES }, (_, v) => normalQuantile((v + 0.5) / VALUES));
  return [...sharedLearnables(core, top), ...creatorLearnables(core, model)]
    .map((learnable) => {
      const worlds = z.map((at) => core.world(learnable.movesAt(at)));
      return { ...learnable, ...worthOfKnowing(worlds, base, seed) };
    })
    .filter(({ worth, value }) => worth > SHOWN_FROM * value)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, SHOWN_MAX)
    .map(({ figure, creator, worth }): PlanLearning => {
      const worthMoney =
        minorPerUnit === null
          ? null
          : { amountMinor: Math.round(worth * minorPerUnit), currency: model.brief.currency };
      return {
        figure,
        creator: creator?.id ?? null,
        creatorName: creator?.displayName ?? null,
        worth,
        worthMoney,
        says: wordsOf(worth, worthMoney, model, rough),
      };
    });
}

function wordsOf(
  worth: number,
  money: PlanLearning["worthMoney"],
  { metric, brief }: PlanParts["model"],
  rough: boolean,
): Sentence {
  const values = { worth: amount(metric.metric, spoken(worth, rough), brief.currency) };
  if (money === null) return sentence("plan.learn.worth", values);
  const shown = { ...money, amountMinor: spoken(money.amountMinor, rough) };
  return sentence("plan.learn.worthMoney", { ...values, money: shown });
}

/** The assumptions that matter most, and those that treat the core's items most unlike. */
function sharedLearnables(
  { items, factors, free, unmoved }: LearningCore,
  top: readonly { readonly factor: ScenarioFactor }[],
): readonly Learnable[] {
  const named = new Set(top.map(({ factor }) => factor.name));
  const exponents = factors.factors.map((_, f) =>
    factors.of
      .filter((_own, i) => free.has(items[i]!.bundle.id))
      .map(({ audience, views, response }) =>
        [...audience, ...views, ...response]
          .filter(({ factor }) => factor === f)
          .reduce((sum, { weight }) => sum + weight, 0),
      ),
  );
  const ranked = factors.factors
    .map((factor, f) => ({ factor, f, unlike: factor.logSd * spreadOf(exponents[f]!) }))
    .filter(({ factor, unlike }) => factor.kind === "assumed" && (unlike > 0 || named.has(factor.name)))
    .sort((a, b) => b.unlike - a.unlike);
  const wanted = [
    ...ranked.filter(({ factor }) => named.has(factor.name)),
    ...ranked.filter(({ factor }) => !named.has(factor.name)).slice(0, FACTORS_MAX),
  ];
  return wanted.map(({ factor, f }) => {
    const shocks = factors.of.map((own) => {
      const at = (moved: typeof own.views) =>
        moved
          .filter((one) => one.factor === f)
          .map(({ weight }) => ({
            sign: Math.sign(weight),
            shock: shockOf(factor.logSd * Math.abs(weight)),
          }));
      return { views: at(own.views), audience: at(own.audience), response: at(own.response) };
    });
    const people = f === factors.audienceSize ? multipleOf(factor.assumption) : () => 1;
    const product = (of: (typeof shocks)[number]["views"], z: number) =>
      of.reduce((moved, { sign, shock }) => moved * shock(sign * z), 1);
    return {
      figure: factorName(factor),
      creator: null,
      movesAt: (z) =>
        unmoved.map((move, i) => ({
          views: product(shocks[i]!.views, z),
          audience: product(shocks[i]!.audience, z),
          response: product(shocks[i]!.response, z),
          people: people(z),
          followerShare: factors.of[i]!.split === f ? shareAt(factor.assumption, z) : move.followerShare,
        })),
    };
  });
}

/** Creators whose figure nobody measured: the views of those on whom most money would hang. */
function creatorLearnables(
  { items, free, unmoved }: LearningCore,
  { metric: { metric }, slots }: CampaignModel,
): readonly Learnable[] {
  const figure = metric === "engagement" || metric === "saves" ? metric : "views";
  const unknown = new Map<string, { readonly item: ItemModel; readonly matters: number }>();
  for (const item of items) {
    const { creator, id } = item.bundle;
    // Of a slot there is nobody to ask.
    if (item.figure.method === "measured" || !free.has(id) || slots.has(creator.id)) continue;
    const matters = Math.sqrt(item.figure.posterior.varMean) * item.costMinor;
    if (matters > (unknown.get(creator.id)?.matters ?? 0)) unknown.set(creator.id, { item, matters });
  }
  return [...unknown.values()]
    .sort((a, b) => b.matters - a.matters || (a.item.bundle.id < b.item.bundle.id ? -1 : 1))
    .slice(0, CREATORS_MAX)
    .map(({ item }) => {
      const { creator } = item.bundle;
      const shock = shockOf(Math.sqrt(item.figure.posterior.varMean));
      return {
        figure,
        creator,
        movesAt: (z) =>
          unmoved.map((move, i) =>
            items[i]!.bundle.creator.id === creator.id ? { ...move, views: shock(z) } : move,
          ),
      };
    });
}

/** What one more unit of the metric costs around this budget; null where more money brings none. */
function budgetPerUnitMinor(curve: readonly CurvePoint[], budgetMinor: number): number | null {
  const before = curve.filter((point) => point.budgetMinor < budgetMinor).at(-1);
  const after = curve.find((point) => point.budgetMinor > budgetMinor);
  const here = curve.find((point) => point.budgetMinor === budgetMinor);
  const [from, to] = [before ?? here, after ?? here];
  if (!from || !to || to.mean <= from.mean) return null;
  return (to.budgetMinor - from.budgetMinor) / (to.mean - from.mean);
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
