import type { Programme } from "#core/brief/programme";
import { type CampaignModel, instanceFor } from "../campaignModel.ts";
import { marginPerUnitMinor } from "../forecast.ts";
import { replan } from "../replan.ts";

/** How results of different campaigns are made to count in one unit (docs/methods/programme.md). */
export type ScaleRule = "targets" | "margin" | "alone";

export interface Scales {
  readonly rule: ScaleRule;
  /** What one unit of each campaign's metric counts, priority included. */
  readonly of: readonly number[];
  /** What counts as one, in each campaign's metric; null under margins, where it is a minor unit of money. */
  readonly oneIs: readonly (number | null)[];
}

/** Targets where all have one; the margin where all sell at a known one; else what the whole budget would bring each alone. */
export function scalesOf(programme: Programme, models: readonly CampaignModel[], seed: number): Scales {
  const priorities = programme.campaigns.map(({ priority }) => priority);
  const per = (units: readonly number[], rule: ScaleRule): Scales => ({
    rule,
    of: priorities.map((priority, c) => priority / units[c]!),
    oneIs: units,
  });
  const targets = models.flatMap(({ brief }) => brief.objective.target ?? []);
  if (targets.length === models.length) return per(targets, "targets");
  const margins = models.flatMap((model) => marginPerUnitMinor(model) ?? []);
  if (margins.length === models.length)
    return {
      rule: "margin",
      of: priorities.map((priority, c) => priority * margins[c]!),
      oneIs: models.map(() => null),
    };
  const alone = models.map((model) => {
    const { value } = replan(instanceFor(model, programme.budget.amountMinor), seed, []);
    // Nothing to be had: whatever it is divided by, it adds nothing.
    return value > 0 ? value : 1;
  });
  return per(alone, "alone");
}
