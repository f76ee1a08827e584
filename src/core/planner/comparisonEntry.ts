import type { Instance } from "#core/instance";
import { quantileOfSorted } from "#core/maths/quantile";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import { Coverage } from "#core/solver/coverage";
import { amount, outcome, spoken } from "./amount.ts";
import type { BreakEven } from "./breakEvenPrice.ts";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import type { PlanParts } from "./describePlan.ts";
import { meanOf, probabilityOf } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import { likelyPeople } from "./likelyPeople.ts";
import { deliverableName } from "./line.ts";
import { postsIn } from "./offer.ts";
import type { ComparisonEntry } from "./planDocument.ts";
import { reachOf } from "./reach.ts";
import type { Simulation } from "./simulate.ts";

/** Money left is worth a word from this share of the budget. */
const REST_FROM = 0.01;

/** A way to spend the money, before it is described. */
export interface Alternative {
  readonly kind: ComparisonEntry["kind"];
  readonly model: CampaignModel;
  readonly items: readonly ItemModel[];
  readonly standIn: boolean;
  /** Null where nothing is bought. */
  readonly simulation: Simulation | null;
  /** What it was chosen from, where it may be chosen again at other money. */
  readonly groups?: Instance["groups"];
  /** Nothing of it is affordable: the cheapest costs this much. */
  readonly tooDearMinor?: number | null;
}

type EntryFigures = Omit<ComparisonEntry, "sentence">;

/** What the sentences of all rows go by. */
export interface ComparedPlan {
  /** Some row is of typical creators, whom nobody can book. */
  readonly standIns: boolean;
  /** Digits as in the plan's own head. */
  readonly rough: boolean;
}

export function entryOf(
  alternative: Alternative,
  flip: BreakEven | null,
  { standIns, rough }: ComparedPlan,
  parts: PlanParts,
): ComparisonEntry {
  const { kind, items, model, simulation } = alternative;
  const slots = items.filter((item) => isSlot(item, model)).length;
  const standIn = alternative.standIn || (slots > 0 && slots === items.length);
  const { target, metric } = model.brief.objective;
  const { currency } = model.brief;
  const money = (amountMinor: number): Money => ({ amountMinor: Math.round(amountMinor), currency });
  const cost = items.reduce((sum, item) => sum + item.costMinor, 0);
  const sorted = simulation?.outcomes.toSorted() ?? new Float64Array(1);
  const likely = quantileOfSorted(sorted, 0.5);
  const reach = items.length === 0 ? null : reachOf(items, model);
  const people = metric === "reach" ? likely : likelyPeople(items, model, parts.seed);
  const entry: EntryFigures = {
    ...{ kind, standIn },
    creators: items.length,
    chosen: standIn || slots > 0 ? [] : items.map(namedItem),
    cost: money(cost),
    unspent: money(parts.budget.amountMinor - cost),
    followers: items.reduce((sum, item) => sum + item.bundle.followers, 0),
    people,
    inTargetShare: reach?.inTargetShare ?? null,
    costPerInTargetPerson: people > 0 ? money(cost / people) : null,
    seesAtLeastOne: reach?.seesAtLeastOne ?? null,
    metricMean: simulation ? meanOf(simulation.outcomes) : 0,
    metricP50: likely,
    metricP05: quantileOfSorted(sorted, 0.05),
    metricP95: quantileOfSorted(sorted, 0.95),
    probabilityOfTarget: target === null ? null : simulation ? probabilityOf(simulation.outcomes, target) : 0,
    hours: items.reduce((sum, item) => sum + item.hours, 0),
    largestShare: largestShare(items, instanceFor(model, parts.budget.amountMinor)),
    breakEvenPricePerCreator: flip?.priceMinor == null ? null : money(flip.priceMinor),
  };
  const saying = items.length === 0 ? nothingBought(alternative, money) : null;
  return { ...entry, sentence: saying ?? bought(entry, items, flip, { standIns, rough }, parts) };
}

function nothingBought({ kind, tooDearMinor }: Alternative, money: (minor: number) => Money): Sentence {
  if (kind === "nothing") return sentence("plan.compare.nothing");
  const least = tooDearMinor ?? null;
  return least === null || !Number.isFinite(least)
    ? sentence(`plan.compare.none.${kind}`)
    : sentence(`plan.compare.tooDear.${kind}`, { least: money(least) });
}

function bought(
  entry: EntryFigures,
  items: readonly ItemModel[],
  flip: BreakEven | null,
  { standIns, rough }: ComparedPlan,
  { budget, model }: PlanParts,
): Sentence {
  const { kind, unspent } = entry;
  const { metric } = model.brief.objective;
  const rest = unspent.amountMinor > REST_FROM * budget.amountMinor;
  return sentence(`plan.compare.${kind}`, {
    count: entry.creators,
    cost: entry.cost,
    followers: entry.followers,
    posts: items.reduce((sum, { bundle }) => sum + postsIn(bundle), 0),
    result: amount(metric, outcome(entry.metricP50, rough), budget.currency),
    // Where the metric is people, the result has said how many.
    people:
      metric === "reach" ? [] : [sentence("plan.compare.people", { people: spoken(entry.people, rough) })],
    sees: entry.seesAtLeastOne ?? 0,
    share: entry.largestShare ?? 0,
    hours: entry.hours,
    rest: rest ? [sentence(`plan.compare.rest.${kind}`, { unspent })] : [],
    breakEven: flip === null ? [] : [breakEvenOf(flip, budget.currency)],
    catalogOnly: standIns ? [sentence("plan.compare.catalogOnly")] : [],
  });
}

function breakEvenOf({ priceMinor, todayMinor, moneyMinor }: BreakEven, currency: string): Sentence {
  const money = (amountMinor: number): Money => ({ amountMinor: Math.round(amountMinor), currency });
  const values = { today: money(todayMinor), large: money(moneyMinor) };
  if (priceMinor === null) return sentence("plan.compare.breakEven.never", values);
  const key = todayMinor <= priceMinor ? "smallWin" : "largeWins";
  return sentence(`plan.compare.breakEven.${key}`, { ...values, price: money(priceMinor) });
}

function isSlot({ bundle }: ItemModel, { slots }: CampaignModel): boolean {
  return slots.has(bundle.creator.id);
}

function namedItem({ bundle }: ItemModel): ComparisonEntry["chosen"][number] {
  const { id, displayName } = bundle.creator;
  return { creator: id, creatorName: displayName, deliverable: deliverableName(bundle) };
}

/** The largest part of the result that would be missing without one creator. */
function largestShare(items: readonly ItemModel[], instance: Instance): number | null {
  if (items.length === 0) return null;
  const coverage = new Coverage(instance);
  const ids = items.map((item) => item.bundle.id);
  const value = coverage.value(ids);
  return value > 0 ? Math.max(...coverage.marginalLosses(ids)) / value : null;
}
