import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import type { CampaignModel } from "./campaignModel.ts";
import type { SlotReason } from "./offeredModel.ts";
import type { PlanDocument, PlanLine } from "./planDocument.ts";

/** What of a plan is places to fill, lines of one kind and one booking together; null where all of it has names. */
export function shapeOf(
  lines: readonly PlanLine[],
  reason: SlotReason | null,
  model: CampaignModel,
): PlanDocument["shape"] {
  const slots = lines.filter(({ slot }) => slot !== null);
  if (slots.length === 0 || reason === null) return null;
  const together = new Map<string, PlanLine[]>();
  for (const line of slots) {
    const key = `${line.slot?.id} ${line.deliverable} ${line.count}`;
    together.set(key, [...(together.get(key) ?? []), line]);
  }
  const named = lines.length - slots.length;
  return {
    ...{ slots: slots.length, named, reason },
    says: [
      sentence(named === 0 ? "plan.shape.noNames" : "plan.shape.someNames", {
        slots: slots.length,
        named,
        all: lines.length,
      }),
      sentence(`plan.shape.reason.${reason}`),
      ...homeSaid(slots, model),
      sentence("plan.shape.fill"),
    ],
    kinds: [...together.values()].map((alike) => kindOf(alike, model)),
  };
}

/** Where a slot names a city or a tier, how much of its audience is assumed to live there. */
function homeSaid(slots: readonly PlanLine[], { audience, book }: CampaignModel): readonly Sentence[] {
  const local = slots.find(({ slot }) => slot !== null && (slot.city ?? slot.cityTier) !== null);
  if (!local || !["city", "cityTier"].includes(audience.scheme.kind)) return [];
  const { value } = book.find(
    "home-city-share",
    { platform: local.platform },
    "followers in the creator's city",
  );
  return [sentence("plan.shape.home", { share: value })];
}

function kindOf(
  alike: readonly PlanLine[],
  model: CampaignModel,
): NonNullable<PlanDocument["shape"]>["kinds"][number] {
  const [line] = alike as [PlanLine];
  const slot = line.slot!;
  const { low, high } = line.price;
  const sum = (amountOf: (one: PlanLine) => number): Money => ({
    amountMinor: alike.reduce((total, one) => total + amountOf(one), 0),
    currency: model.brief.currency,
  });
  return {
    slot,
    creators: alike.length,
    deliverable: line.deliverable,
    posts: line.count,
    tier: line.tier,
    cost: sum(({ cost }) => cost.amountMinor),
    price: { low, high },
    views: { mean: line.expectedViews.mean, low: line.expectedViews.p05, high: line.expectedViews.p95 },
    says: manyOf(slot.says, alike.length),
  };
}

/** "8 × Xiaohongshu food, 5,000–10,000 followers, Chengdu" */
export function manyOf(says: Sentence, count: number): Sentence {
  return sentence("plan.slot.many", { count, kind: [says] });
}
