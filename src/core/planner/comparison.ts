import { ORDINARY_PURCHASE } from "#core/forecast/response";
import type { Instance } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import { breakEvenPrice } from "./breakEvenPrice.ts";
import { type CampaignModel, campaignModel, instanceFor } from "./campaignModel.ts";
import { type Alternative, entryOf } from "./comparisonEntry.ts";
import type { PlanParts } from "./describePlan.ts";
import { probabilityOf } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import type { ComparisonEntry } from "./planDocument.ts";
import { itemsOf, replan, shortlist, withoutRows } from "./replan.ts";
import { DRAWS, type Simulation, simulate } from "./simulate.ts";
import { groupsOfClass, type SizeClass, sizeClassOf } from "./sizeClass.ts";
import { standInPlatform, typicalCreator, typicalFollowers } from "./standIn.ts";

/** Sizes tried for a typical large creator: the largest that the money buys is not always the best. */
const LARGE_SIZES = [1_000_000, 500_000, 300_000, 200_000, 150_000, 100_000];
const STAND_INS_MAX = 120;
const FREE = { min: 0, max: null, quotas: [], exclude: [], lock: [], slots: "never" } as const;

/** What the same money buys in other hands, drawn like the plan itself. */
export interface OtherWays {
  readonly large: Alternative;
  readonly mid: Alternative;
  readonly small: Alternative;
}

export function otherWays(parts: PlanParts): OtherWays {
  return {
    large: bestLarge(parts),
    mid: mixOf("mid-mix", "mid", parts),
    small: mixOf("micro-portfolio", "small", parts),
  };
}

/** Of the plan and the other ways that can be booked, the one most likely to reach the target; the plan where all tie. */
export function likeliest(
  items: readonly ItemModel[],
  simulation: Simulation,
  { large, mid, small }: OtherWays,
  target: number,
): readonly ItemModel[] {
  let [best, chance] = [items, probabilityOf(simulation.outcomes, target)];
  for (const way of [large, mid, small]) {
    if (way.standIn || way.simulation === null) continue;
    const other = probabilityOf(way.simulation.outcomes, target);
    if (other > chance) [best, chance] = [way.items, other];
  }
  return best;
}

/** Nothing, one large creator, a mid-size mix, many small ones, and the plan: the best mix, with its own forecast. */
export function comparisonOf(
  parts: PlanParts,
  { large, mid, small }: OtherWays,
  items: readonly ItemModel[],
  simulation: Simulation,
  rough: boolean,
): readonly ComparisonEntry[] {
  const { model } = parts;
  const flip = breakEvenPrice(small, large, parts.seed);
  const standIns = [large, mid, small].some((way) => way.standIn);
  const rows: readonly Alternative[] = [
    { kind: "nothing", model, items: [], standIn: false, simulation: null },
    ...[large, mid, small],
    { kind: "best-mix", model, items, standIn: false, simulation },
  ];
  return rows.map((row) => entryOf(row, row === small ? flip : null, { standIns, rough }, parts));
}

function bestLarge(parts: PlanParts): Alternative {
  const own = groupsOfClass(parts.model.groups, "large", parts.model);
  if (own.length > 0) return { ...pickLarge(parts.model, own, parts), standIn: false };
  const { brief, reference } = parts.model;
  const isLarge = (followers: number) =>
    sizeClassOf(followers, platformOf(parts), brief, reference) === "large";
  const model = standInModel(parts, LARGE_SIZES.filter(isLarge));
  return { ...pickLarge(model, model.groups, parts), standIn: true };
}

function pickLarge(
  model: CampaignModel,
  groups: Instance["groups"],
  { budget, seed }: PlanParts,
): Omit<Alternative, "standIn"> {
  const instance = instanceFor(model, budget.amountMinor, groups);
  const coverage = new Coverage(instance);
  const offers = groups.flatMap((group) => group.items);
  const [best] = offers
    .filter((item) => item.cost <= budget.amountMinor)
    .map((item) => ({ id: item.id, value: coverage.valueAlone(item.id) }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  const item = best ? model.items.get(best.id) : undefined;
  return {
    kind: "one-large",
    ...drawn(model, item ? [item] : [], instance, seed),
    tooDearMinor: item ? null : offers.reduce((min, { cost }) => Math.min(min, cost), Infinity),
  };
}

function mixOf(kind: "mid-mix" | "micro-portfolio", size: SizeClass, parts: PlanParts): Alternative {
  const { model: catalog, solution } = parts;
  // Cut down within its own size: the best of all sizes may hold hardly anybody of this one.
  const own = shortlist(catalog, solution.chosen, groupsOfClass(catalog.groups, size, catalog));
  return own.length > 0 ? mix(kind, parts.model, own, parts, false) : typicalMix(kind, size, parts);
}

/** As many typical creators of a size as the money buys. */
export function typicalMix(
  kind: "mid-mix" | "micro-portfolio",
  size: SizeClass,
  parts: PlanParts,
): Alternative {
  const { brief, reference } = parts.model;
  const platform = platformOf(parts);
  const followers = typicalFollowers(size, platform, brief, reference);
  const one = standInModel(parts, [followers]);
  const cheapest = Math.min(...one.groups.flatMap((group) => group.items.map((item) => item.cost)));
  const count = Math.max(1, Math.min(STAND_INS_MAX, Math.floor(parts.budget.amountMinor / cheapest)));
  const model = standInModel(parts, new Array<number>(count).fill(followers));
  return mix(kind, model, model.groups, parts, true);
}

function mix(
  kind: "mid-mix" | "micro-portfolio",
  model: CampaignModel,
  groups: Instance["groups"],
  { budget, seed }: PlanParts,
  standIn: boolean,
): Alternative {
  const instance = withoutRows(instanceFor(model, budget.amountMinor, groups));
  const items = itemsOf(replan(instance, seed, []), model);
  const cheapest = groups
    .flatMap((group) => group.items)
    .reduce((min, { cost }) => Math.min(min, cost), Infinity);
  return {
    ...{ kind, standIn, groups, ...drawn(model, items, instance, seed) },
    tooDearMinor: items.length > 0 ? null : cheapest,
  };
}

function drawn(model: CampaignModel, items: readonly ItemModel[], instance: Instance, seed: number) {
  const simulation = items.length === 0 ? null : simulate(items, model, instance, { draws: DRAWS, seed });
  return { model, items, simulation };
}

function standInModel({ model, input }: PlanParts, sizes: readonly number[]): CampaignModel {
  const brief = { ...model.brief, creators: FREE };
  const platform = platformOf({ model });
  const creators = sizes.map((followers, i) =>
    typicalCreator(`typical-${i + 1}`, platform, followers, brief),
  );
  return campaignModel(creators, brief, model.reference, input.purchase ?? ORDINARY_PURCHASE, model.book);
}

function platformOf({ model }: Pick<PlanParts, "model">): string {
  return standInPlatform(model.brief, model.audience.frame.patterns[0]?.[0] ?? null);
}
