import type { Instance } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { deliverableName } from "./line.ts";
import type { PlanDocument } from "./planDocument.ts";

/** Candidates looked at for each line and for the reserve: those that would add most for their money. */
const CANDIDATES_MAX = 60;
const RESERVE_MAX = 12;

/** What else could be bought: the ranking that reserve and "what it would take to drop it" are read from. */
export interface Alternatives {
  readonly coverage: Coverage;
  readonly chosen: readonly string[];
  /** Items of creators not in the plan, by what they would add to it for their money. */
  readonly candidates: readonly ItemModel[];
}

export function alternatives(
  chosen: readonly string[],
  model: CampaignModel,
  instance: Instance,
): Alternatives {
  const coverage = new Coverage(instance);
  const taken = new Set(chosen.map((id) => model.items.get(id)?.bundle.creator.id));
  const open = [...model.items.values()].filter(
    (item) => !taken.has(item.bundle.creator.id) && item.costMinor <= instance.budget,
  );
  const gains = coverage.marginalGains(
    chosen,
    open.map((item) => item.bundle.id),
  );
  const ranked = open
    .map((item, i) => ({ item, density: (gains[i] ?? 0) / Math.max(1, item.costMinor) }))
    .sort((a, b) => b.density - a.density || (a.item.bundle.id < b.item.bundle.id ? -1 : 1));
  const best = new Map<string, ItemModel>();
  for (const { item } of ranked) {
    if (best.size >= CANDIDATES_MAX) break;
    if (!best.has(item.bundle.creator.id)) best.set(item.bundle.creator.id, item);
  }
  return { coverage, chosen, candidates: [...best.values()] };
}

/**
 * All-in cost from which a line should go: the cheapest set of others, taken greedily, that adds to the rest of the plan
 * what the line adds, with the money left unspent counted to it. Null when all candidates together add less.
 */
export function dropAtCost(
  lineId: string,
  marginal: number,
  unspentMinor: number,
  { coverage, chosen, candidates }: Alternatives,
): number | null {
  const rest = chosen.filter((id) => id !== lineId);
  const picked: string[] = [];
  let gained = 0;
  let cost = 0;
  let open = candidates;
  while (gained < marginal && open.length > 0) {
    const gains = coverage.marginalGains(
      [...rest, ...picked],
      open.map((item) => item.bundle.id),
    );
    const ranked = open
      .map((item, i) => ({ item, gain: gains[i] ?? 0 }))
      .sort((a, b) => b.gain / Math.max(1, b.item.costMinor) - a.gain / Math.max(1, a.item.costMinor));
    const [next] = ranked;
    if (!next || next.gain <= 0) return null;
    picked.push(next.item.bundle.id);
    gained += next.gain;
    cost += next.item.costMinor;
    open = open.filter((item) => item !== next.item);
  }
  if (gained < marginal) return null;
  const line = coverage.place(lineId).item.cost;
  return Math.max(line, Math.round(cost - unspentMinor));
}

/** Stand-ins in the order in which they would add most for their money, each with the line it makes up for best. */
export function reserveOf(
  losses: readonly number[],
  alternativesFound: Alternatives,
  { slots, brief: { currency } }: CampaignModel,
): PlanDocument["reserve"] {
  const { coverage, chosen, candidates } = alternativesFound;
  // A slot is nobody to fall back on.
  const named = candidates.filter(({ bundle }) => !slots.has(bundle.creator.id));
  const reserve = named.slice(0, RESERVE_MAX);
  const ids = reserve.map((item) => item.bundle.id);
  const gains = coverage.marginalGains(chosen, ids);
  const madeUp = chosen.map((line, i) => {
    const rest = chosen.filter((id) => id !== line);
    return coverage.marginalGains(rest, ids).map((gain) => gain / Math.max(losses[i] ?? 0, 1e-12));
  });
  return reserve.map((item, r) => {
    let replaces: string | null = null;
    let share = 0;
    madeUp.forEach((row, i) => {
      // A stand-in makes up for a line at most wholly; the first line it covers wholly is named.
      const covered = Math.min(1, row[r] ?? 0);
      if (covered > share) [share, replaces] = [covered, chosen[i] ?? null];
    });
    const { bundle } = item;
    return {
      creator: bundle.creator.id,
      creatorName: bundle.creator.displayName,
      account: bundle.account.id,
      deliverable: deliverableName(bundle),
      cost: { amountMinor: item.costMinor, currency },
      value: gains[r] ?? 0,
      replaces: replaces === null ? null : creatorOf(replaces, coverage),
    };
  });
}

function creatorOf(itemId: string, coverage: Coverage): string {
  return coverage.place(itemId).group.group;
}
