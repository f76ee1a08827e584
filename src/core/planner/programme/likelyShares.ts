import type { Programme } from "#core/brief/programme";
import { Coverage } from "#core/solver/coverage";
import { budgetCurve, budgetForChance } from "../budgetCurve.ts";
import type { CampaignModel } from "../campaignModel.ts";
import { replan } from "../replan.ts";
import { fixedShares, programmeInstance, type ShareRows, type Shares } from "./programmeInstance.ts";
import type { Scales } from "./scales.ts";
import { drawnSplit, worthOf } from "./splits.ts";

/**
 * Limits of the shares that are to be found. Results beyond a target count in the search like those before it, so that a
 * cheap campaign would take everything: with targets, "enough" is what each needs alone for its brief's confidence, or an
 * equal part, or nothing at all, whichever reaches most of the targets. Without targets nothing is ever enough.
 */
export function likelyShares(
  programme: Programme,
  models: readonly CampaignModel[],
  scales: Scales,
  seed: number,
  shouldStop: () => boolean,
): Shares {
  const fixed = fixedShares(programme);
  const open = programme.campaigns.filter((campaign) => campaign.fixed === null).length;
  if (scales.rule !== "targets" || open < 2) return fixed;
  const left =
    programme.budget.amountMinor - fixed.fixed.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const ofOpen = (limit: (c: number) => number | null): ShareRows =>
    fixed.fixed.map((share, c) => (share === null ? limit(c) : null));
  const needs = models.map((model, c) =>
    fixed.fixed[c] === null ? (neededAlone(model, seed, shouldStop) ?? left) : 0,
  );
  const needed = needs.reduce((sum, need) => sum + need, 0);
  const candidates: readonly ShareRows[] = [
    fixed.enough,
    // Where there is more than all need, everybody gets more in proportion.
    ofOpen((c) => Math.floor(needs[c]! * Math.max(1, left / needed))),
    // Where there is less, in proportion too.
    ofOpen((c) => Math.floor((needs[c]! * left) / needed)),
    ofOpen(() => Math.floor(left / open)),
  ];
  const judged = candidates.map((enough) => {
    const shares = { ...fixed, enough };
    const instance = programmeInstance(programme, models, scales.of, shares);
    const { chosen } = replan(instance, seed, []);
    const drawn = drawnSplit(chosen, models, programme.budget.amountMinor, seed);
    return { shares, worth: worthOf(chosen, drawn, programme, models, new Coverage(instance)) };
  });
  return judged.reduce((best, one) => (one.worth > best.worth + 1e-9 ? one : best)).shares;
}

/** Minor units with which the campaign alone reaches its target with its brief's confidence; null: no budget does. */
function neededAlone(model: CampaignModel, seed: number, shouldStop: () => boolean): number | null {
  const curve = budgetCurve(model, null, seed, shouldStop);
  return budgetForChance(curve, model.brief.risk.confidence, model.brief.currency)?.amountMinor ?? null;
}
