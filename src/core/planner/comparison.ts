import { ORDINARY_PURCHASE } from "#core/forecast/response";
import type { Instance } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import { type CampaignModel, campaignModel, instanceFor } from "./campaignModel.ts";
import { type Alternative, entryOf } from "./comparisonEntry.ts";
import type { PlanParts } from "./describePlan.ts";
import type { ItemModel } from "./itemModel.ts";
import type { ComparisonEntry } from "./planDocument.ts";
import { itemsOf, replan } from "./replan.ts";
import type { Simulation } from "./simulate.ts";
import { groupsOfClass, type SizeClass } from "./sizeClass.ts";
import { standInPlatform, typicalCreator, typicalFollowers } from "./standIn.ts";

/** Sizes tried for a typical large creator: the largest that the money buys is not always the best. */
const LARGE_SIZES = [1_000_000, 500_000, 300_000, 200_000, 150_000, 100_000];
const STAND_INS_MAX = 120;

/** What the same money brings in other hands: nothing, one large creator, a mid-size mix, many small ones, the best mix. */
export function comparisonOf(
  parts: PlanParts,
  groups: Instance["groups"],
  items: readonly ItemModel[],
  simulation: Simulation | null,
): readonly ComparisonEntry[] {
  const large = bestLarge(parts, groups);
  const best: Alternative = { kind: "best-mix", model: parts.model, items, standIn: false, simulation };
  const all: readonly Alternative[] = [
    { kind: "nothing", model: parts.model, items: [], standIn: false, simulation: null },
    large,
    mixOf("mid-mix", "mid", parts, groups),
    mixOf("micro-portfolio", "small", parts, groups),
    best,
  ];
  return all.map((alternative) => entryOf(alternative, large, parts));
}

function bestLarge(parts: PlanParts, groups: Instance["groups"]): Alternative {
  const { budget } = parts;
  const own = groupsOfClass(groups, "large", parts.model);
  const pick = (model: CampaignModel, candidates: Instance["groups"]) => {
    const coverage = new Coverage(instanceFor(model, budget.amountMinor, candidates));
    const items = candidates.flatMap((group) => group.items);
    const affordable = items.filter((item) => item.cost <= budget.amountMinor);
    const [best] = affordable
      .map((item) => ({ id: item.id, value: coverage.valueAlone(item.id) }))
      .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
    const cheapest = items.reduce((min, item) => Math.min(min, item.cost), Number.POSITIVE_INFINITY);
    const item = best ? model.items.get(best.id) : undefined;
    return { items: item ? [item] : [], tooDearMinor: item ? null : cheapest };
  };
  if (own.length > 0)
    return {
      kind: "one-large",
      model: parts.model,
      ...pick(parts.model, own),
      standIn: false,
      simulation: null,
    };
  const model = standInModel(parts, LARGE_SIZES);
  return { kind: "one-large", model, ...pick(model, model.groups), standIn: true, simulation: null };
}

function mixOf(
  kind: "mid-mix" | "micro-portfolio",
  size: SizeClass,
  parts: PlanParts,
  groups: Instance["groups"],
): Alternative {
  const own = groupsOfClass(groups, size, parts.model);
  if (own.length > 0) return mix(kind, parts.model, own, parts, false);
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
  parts: PlanParts,
  standIn: boolean,
): Alternative {
  const solution = replan(withoutRows(instanceFor(model, parts.budget.amountMinor, groups)), parts.seed, []);
  const cheapest = Math.min(...groups.flatMap((group) => group.items.map((item) => item.cost)));
  const items = itemsOf(solution, model);
  return {
    ...{ kind, model, items, standIn, simulation: null, groups },
    tooDearMinor: items.length > 0 ? null : cheapest,
  };
}

/** Quotas, locks and minimum counts hold for the plan; an alternative is free of them. */
export function withoutRows(instance: Instance): Instance {
  return { ...instance, minItems: null, quotas: [], lock: [] };
}

function standInModel({ model, input }: PlanParts, sizes: readonly number[]): CampaignModel {
  const brief = { ...model.brief, creators: { min: 0, max: null, quotas: [], exclude: [], lock: [] } };
  const platform = platformOf({ model });
  const creators = sizes.map((followers, i) =>
    typicalCreator(`typical-${i + 1}`, platform, followers, brief),
  );
  return campaignModel(creators, brief, model.reference, input.purchase ?? ORDINARY_PURCHASE, model.book);
}

function platformOf({ model }: Pick<PlanParts, "model">): string {
  return standInPlatform(model.brief, model.audience.frame.patterns[0]?.[0] ?? null);
}
