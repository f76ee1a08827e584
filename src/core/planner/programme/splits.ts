import type { Programme } from "#core/brief/programme";
import type { Instance } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import { type CampaignModel, instanceFor } from "../campaignModel.ts";
import { meanOf, probabilityOf } from "../forecast.ts";
import type { ItemModel } from "../itemModel.ts";
import { replan } from "../replan.ts";
import { DRAWS, type Simulation, simulate } from "../simulate.ts";
import type { SplitEntry } from "./programmeDocument.ts";
import { chosenByCampaign, programmeInstance, type ShareRows, shareRow } from "./programmeInstance.ts";

/** One way to share the money, with whom it books. */
export interface Split {
  readonly kind: SplitEntry["kind"];
  readonly campaign: number | null;
  readonly chosen: readonly string[];
}

/**
 * The splits that the found one is held against: equal shares, everything to one, and no share fixed where some are.
 * "Everything to one" is free of rows that ask for others; a split that no plan keeps is left out.
 */
export function otherSplits(
  programme: Programme,
  models: readonly CampaignModel[],
  scales: readonly number[],
  seed: number,
): readonly Split[] {
  const { campaigns, budget } = programme;
  const free: ShareRows = campaigns.map(() => null);
  const even = Math.floor(budget.amountMinor / campaigns.length);
  const build = (fixed: ShareRows) => programmeInstance(programme, models, scales, { fixed, enough: free });
  const open = build(free);
  const splits: { split: Omit<Split, "chosen">; instance: Instance }[] = [
    { split: { kind: "equal", campaign: null }, instance: build(campaigns.map(() => even)) },
    ...campaigns.map((_, campaign) => ({
      split: { kind: "only" as const, campaign },
      instance: onlyOf(open, campaign),
    })),
    ...(campaigns.some(({ fixed }) => fixed !== null)
      ? [{ split: { kind: "free" as const, campaign: null }, instance: open }]
      : []),
  ];
  return splits.flatMap(({ split, instance }) => {
    const { chosen, status } = replan(instance, seed, []);
    return status === "optimal" || status === "gap" ? [{ ...split, chosen }] : [];
  });
}

function onlyOf(open: Instance, campaign: number): Instance {
  const groups = open.groups.map((group) => ({
    ...group,
    items: group.items.filter(({ id }) => id.endsWith(`#${campaign + 1}`)),
  }));
  return { ...open, quotas: [], groups: groups.filter(({ items }) => items.length > 0) };
}

/** Whether a split keeps the shares that the programme fixes, so that the search can start from it. */
export function keepsShares(split: Split, instance: Instance): boolean {
  const coverage = new Coverage(instance);
  return Object.entries(instance.extraBudgets).every(
    ([row, cap]) =>
      split.chosen.reduce((sum, id) => sum + (coverage.place(id).item.uses[row] ?? 0), 0) <= cap + 1e-6,
  );
}

/** The campaigns of one split, drawn together. */
export interface DrawnSplit {
  readonly items: readonly (readonly ItemModel[])[];
  /** Null: the campaign books nobody. */
  readonly simulations: readonly (Simulation | null)[];
}

/** Shared rates and shocks are the same in a draw for all campaigns; what befalls one campaign alone is drawn for each. */
export function drawnSplit(
  chosen: readonly string[],
  models: readonly CampaignModel[],
  budgetMinor: number,
  seed: number,
): DrawnSplit {
  const items = chosenByCampaign(chosen, models.length).map((ids, c) =>
    ids.flatMap((id) => models[c]!.items.get(id) ?? []),
  );
  const simulations = items.map((some, c) =>
    some.length === 0
      ? null
      : simulate(some, models[c]!, instanceFor(models[c]!, budgetMinor), {
          ...{ draws: DRAWS, seed, campaign: shareRow(c) },
        }),
  );
  return { items, simulations };
}

/** Share of draws in which every campaign reaches its target; null unless all have one. */
export function chanceOfAll({ simulations }: DrawnSplit, models: readonly CampaignModel[]): number | null {
  const targets = models.flatMap(({ brief }) => brief.objective.target ?? []);
  if (targets.length < models.length) return null;
  let hits = 0;
  for (let d = 0; d < DRAWS; d++)
    hits += Number(simulations.every((simulation, c) => (simulation?.outcomes[d] ?? 0) >= targets[c]!));
  return hits / DRAWS;
}

/** Share of draws in which the campaigns together cost more than there is. */
export function chanceOverBudget({ simulations }: DrawnSplit, budgetMinor: number): number {
  let over = 0;
  for (let d = 0; d < DRAWS; d++)
    over += Number(simulations.reduce((sum, one) => sum + (one?.spent[d] ?? 0), 0) > budgetMinor);
  return over / DRAWS;
}

/**
 * What a split is judged by. Targets: Σ priority × the part of each target that is reached, on average over the draws and
 * never more than all of it, over Σ priority. Else the combined result, which is what the search maximises.
 */
export function worthOf(
  chosen: readonly string[],
  { simulations }: DrawnSplit,
  programme: Programme,
  models: readonly CampaignModel[],
  coverage: Coverage,
): number {
  const targets = models.flatMap(({ brief }) => brief.objective.target ?? []);
  if (targets.length < models.length) return coverage.value(chosen);
  const all = programme.campaigns.reduce((sum, { priority }) => sum + priority, 0);
  const parts = simulations.map((simulation, c) =>
    simulation === null
      ? 0
      : meanOf(simulation.outcomes.map((outcome) => Math.min(1, outcome / targets[c]!))),
  );
  return parts.reduce((sum, part, c) => sum + programme.campaigns[c]!.priority * part, 0) / all;
}

export function splitEntry(
  { kind, campaign, chosen }: Split,
  drawn: DrawnSplit,
  programme: Programme,
  models: readonly CampaignModel[],
  coverage: Coverage,
): SplitEntry {
  const money = (amountMinor: number) => ({ amountMinor, currency: programme.currency });
  const campaigns = drawn.items.map((items, c) => {
    const { target } = models[c]!.brief.objective;
    const outcomes = drawn.simulations[c]?.outcomes ?? new Float64Array(1);
    return {
      cost: money(items.reduce((sum, item) => sum + item.costMinor, 0)),
      creators: items.length,
      mean: meanOf(outcomes),
      probabilityOfTarget: target === null ? null : probabilityOf(outcomes, target),
    };
  });
  return {
    kind,
    campaign: campaign === null ? null : programme.campaigns[campaign]!.name,
    value: coverage.value(chosen),
    worth: worthOf(chosen, drawn, programme, models, coverage),
    cost: money(campaigns.reduce((sum, { cost }) => sum + cost.amountMinor, 0)),
    probabilityOfAll: chanceOfAll(drawn, models),
    campaigns,
  };
}
