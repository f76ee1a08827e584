import { cellAt, touchIndex } from "#core/forecast/atomFrame";
import type { Instance } from "#core/instance";
import { Coverage, forEachTouch } from "#core/solver/coverage";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { touchOf } from "./touch.ts";

/**
 * Atoms that stand for the plan's coverage in every draw: drawn in proportion to what they bring at mean rates, evenly
 * over the order of that chance, so that V(draw) ≈ V · mean of f(draw) ÷ f. Row by item, column by sampled atom.
 */
export interface AtomSample {
  /** Different atoms in the sample. */
  readonly size: number;
  /** How often each was drawn, and all together. */
  readonly times: Float64Array;
  readonly drawn: number;
  /** Coverage part of V at mean rates. */
  readonly coverage: number;
  /** f at mean rates, by sampled atom. */
  readonly reached: Float64Array;
  readonly follower: readonly Float64Array[];
  /** The follower chance if every follower saw it: the cap of the former. */
  readonly followerMost: readonly Float64Array[];
  readonly stranger: readonly Float64Array[];
  readonly acts: readonly Float64Array[];
}

const ATOMS_SAMPLED = 128;
/** Above this many items fewer atoms will do: each is then a mean over many. */
const ITEMS_OF_ALL_ATOMS = 150;
/** Enough where plans are compared: the error of the ratio stays far below that of the draws. */
export const ATOMS_FEW = 48;

export function atomSample(
  items: readonly ItemModel[],
  model: CampaignModel,
  instance: Instance,
  size = items.length > ITEMS_OF_ALL_ATOMS ? ATOMS_FEW : ATOMS_SAMPLED,
): AtomSample {
  const coverage = new Coverage(instance);
  const missed = new Float64Array(instance.atoms).fill(1);
  for (const { bundle } of items) {
    const { group, item } = coverage.place(bundle.id);
    forEachTouch(group, item, (atom, p) => {
      missed[atom]! *= 1 - p;
    });
  }
  const brings = Float64Array.from(missed, (m, atom) => (instance.weights?.[atom] ?? 1) * (1 - m));
  const total = brings.reduce((sum, value) => sum + value, 0);
  const order = Array.from(missed.keys())
    .filter((atom) => brings[atom]! > 0)
    .sort((a, b) => missed[b]! - missed[a]! || a - b);
  const often = total > 0 ? systematic(order, brings, total, size) : new Map<number, number>();
  const sampled = [...often.keys()];
  const { frame } = model.audience;
  const rows = items.map((item) => {
    const { platform } = item.bundle.account;
    const touch = touchOf(item.bundle, model.audience, model.book);
    const most = touchOf(item.bundle, model.audience, model.book, true);
    const index = touchIndex(frame, platform);
    const at = (values: Float64Array) => Float64Array.from(sampled, (atom) => values[index(atom)] ?? 0);
    const acts = Float64Array.from(sampled, (atom) => model.metric.acts(item, cellAt(frame, index(atom))));
    return { follower: at(touch.follower), most: at(most.follower), stranger: at(touch.stranger), acts };
  });
  return {
    size: sampled.length,
    times: Float64Array.from(often.values()),
    drawn: size,
    coverage: total,
    reached: Float64Array.from(sampled, (atom) => 1 - missed[atom]!),
    follower: rows.map((row) => row.follower),
    followerMost: rows.map((row) => row.most),
    stranger: rows.map((row) => row.stranger),
    acts: rows.map((row) => row.acts),
  };
}

function systematic(
  order: readonly number[],
  brings: Float64Array,
  total: number,
  size: number,
): ReadonlyMap<number, number> {
  const step = total / size;
  const often = new Map<number, number>();
  let [passed, drawn] = [0, 0];
  for (const atom of order) {
    passed += brings[atom]!;
    for (; drawn < size && (drawn + 0.5) * step < passed; drawn++)
      often.set(atom, (often.get(atom) ?? 0) + 1);
  }
  return often;
}
