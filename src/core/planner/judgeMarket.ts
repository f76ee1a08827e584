import type { Instance } from "#core/instance";
import type { Coverage } from "#core/solver/coverage";
import { alternatives } from "./alternatives.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";

/** Creators beside the list of whom anything is tried in place of a line, besides those of the best plan. */
const CREATORS_MOST = 40;
/** More than this many creators for one are no swap that a person would follow. */
const SWAP_MOST = 3;

/** What the money of a line could buy instead: everything of the creators outside the list that bring most for money. */
export interface Market {
  readonly coverage: Coverage;
  readonly model: CampaignModel;
  readonly items: readonly ItemModel[];
}

export interface Respent {
  readonly items: readonly ItemModel[];
  /** What they add to the rest, in the metric's unit. */
  readonly value: number;
}

const NOTHING: Respent = { items: [], value: 0 };

export function marketBeside(
  listed: readonly string[],
  best: readonly ItemModel[],
  model: CampaignModel,
  instance: Instance,
): Market {
  const { coverage, candidates } = alternatives(listed, model, instance);
  const taken = new Set(listed.map((id) => model.items.get(id)?.bundle.creator.id));
  const wanted = new Set(
    [...best, ...candidates.slice(0, CREATORS_MOST)].map(({ bundle }) => bundle.creator.id),
  );
  const items = [...model.items.values()].filter(
    ({ bundle }) => wanted.has(bundle.creator.id) && !taken.has(bundle.creator.id),
  );
  return { coverage, model, items };
}

/**
 * What money adds to `rest` when it is spent on others: the better of the single item that adds most and of up to three
 * taken greedily by what they add for their cost. The same question is asked of several amounts, so the gains that hold
 * for all of them are counted once.
 */
export function respendBeside(
  rest: readonly string[],
  { coverage, model, items }: Market,
): (moneyMinor: number) => Respent {
  const taken = new Set(rest.map((id) => model.items.get(id)?.bundle.creator.id));
  const open = items.filter(({ bundle }) => !taken.has(bundle.creator.id));
  const gains = coverage.marginalGains(
    rest,
    open.map(({ bundle }) => bundle.id),
  );
  const first = open
    .map((item, i) => ({ item, gain: gains[i] ?? 0 }))
    .filter(({ gain }) => gain > 0)
    .sort(byDensity);
  return (moneyMinor) => {
    const affordable = first.filter(({ item }) => item.costMinor <= moneyMinor);
    const [single] = affordable.toSorted((a, b) => b.gain - a.gain);
    if (!single) return NOTHING;
    const several = greedily(affordable, moneyMinor, rest, coverage);
    return several.value > single.gain ? several : { items: [single.item], value: single.gain };
  };
}

interface Gain {
  readonly item: ItemModel;
  readonly gain: number;
}

// Gains only fall as more is bought, so an item whose last known density is below one counted anew is not looked at.
function greedily(
  affordable: readonly Gain[],
  moneyMinor: number,
  rest: readonly string[],
  coverage: Coverage,
): Respent {
  const picked: ItemModel[] = [];
  let [left, value] = [moneyMinor, 0];
  let open = affordable;
  while (picked.length < SWAP_MOST && open.length > 0) {
    const next = picked.length === 0 ? open[0] : densest(open, [...rest, ...picked.map(idOf)], coverage);
    if (!next || next.gain <= 0) break;
    picked.push(next.item);
    value += next.gain;
    left -= next.item.costMinor;
    const { creator } = next.item.bundle;
    open = open.filter(({ item }) => item.costMinor <= left && item.bundle.creator.id !== creator.id);
  }
  return { items: picked, value };
}

function densest(open: readonly Gain[], chosen: readonly string[], coverage: Coverage): Gain | undefined {
  let best: Gain | undefined;
  for (const known of open) {
    if (best && byDensity(best, known) <= 0) break;
    const [gain = 0] = coverage.marginalGains(chosen, [known.item.bundle.id]);
    const now = { item: known.item, gain };
    if (!best || byDensity(now, best) < 0) best = now;
  }
  return best;
}

function byDensity(a: Gain, b: Gain): number {
  const difference = b.gain / Math.max(1, b.item.costMinor) - a.gain / Math.max(1, a.item.costMinor);
  return difference || (a.item.bundle.id < b.item.bundle.id ? -1 : 1);
}

function idOf({ bundle }: ItemModel): string {
  return bundle.id;
}
