import type { Brief } from "#core/brief/brief";
import { meanPower } from "#core/forecast/belief";
import { convert } from "#core/fx";
import { minorDigits } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import type { PlanDocument } from "./planDocument.ts";

/** What the brief's budget leaves for creators once boosting is paid, minor units; null: it names no budget. */
export function budgetForCreators({ budget, deals }: Brief): number | null {
  return budget && budget.amountMinor - (deals.boosting?.amount.amountMinor ?? 0);
}

/**
 * Paid boosting is bought beside the creators, not of them: its money leaves the budget first, its impressions and people
 * stand apart, and are no creator's result (docs/methods/costs.md, "Boosting"). `people` and `share` are the creators' reach.
 */
export function boostOf(
  people: number,
  share: number | null,
  items: readonly ItemModel[],
  model: CampaignModel,
): PlanDocument["boost"] {
  const { brief, book, reference, audience } = model;
  const asked = brief.deals.boosting;
  if (asked === null) return null;
  const { amount, platform } = asked;
  const names = reference.deals.tools.find(({ slug }) => slug === asked.tool)!.names;
  const cpm = book.find("boost-cpm", { platform }, "boosting");
  const frequency = book.find("boost-frequency", {}, "boosting");
  const inUnit = convert(amount, cpm.unit, reference.fx).money.amountMinor / 10 ** minorDigits(cpm.unit);
  const impressions = {
    mean: inUnit * 1000 * meanPower(cpm, -1),
    low: (inUnit * 1000) / cpm.high,
    high: (inUnit * 1000) / cpm.low,
  };
  const there = targetOn(platform, audience);
  const paid = there > 0 ? there * -Math.expm1((-impressions.mean * meanPower(frequency, -1)) / there) : 0;
  // Whoever the creators reach is met by the advertising as often as anybody else in the target.
  const both = people + paid * (1 - (share ?? 0));
  const hasPost = items.some(({ bundle }) => bundle.account.platform === platform);
  const says: Sentence[] = [
    sentence("plan.boost.says", { tool: names, cost: amount, impressions: Math.round(impressions.mean) }),
    hasPost
      ? sentence("plan.boost.people", {
          paid: Math.round(paid),
          organic: Math.round(people),
          both: Math.round(both),
        })
      : sentence("plan.boost.nothing", { tool: names }),
  ];
  return {
    kind: "boost",
    tool: asked.tool,
    names,
    platform,
    cost: amount,
    impressions,
    people: hasPost ? paid : null,
    withBoosting: hasPost
      ? { people: both, shareOfTarget: share !== null && people > 0 ? (both * share) / people : null }
      : null,
    says,
  };
}

/** People in the target who use a platform; 0 where nobody of the catalog is on it. */
function targetOn(platform: string, { frame }: CampaignModel["audience"]): number {
  const users = frame.usersOf.get(platform) ?? [];
  return frame.cells.reduce((sum, cell, c) => sum + (users[c] ?? 0) * cell.inTarget, 0);
}
