import type { Group, Instance, Numbers } from "#core/instance";
import type { Alternatives } from "./alternatives.ts";
import { type AtomSample, atomSample } from "./atomSample.ts";
import { type CampaignModel, instanceFor } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { chanceOf, type Move, movedTouch } from "./movedTouch.ts";
import { type SharedFactors, sharedFactors } from "./sharedFactors.ts";
import { feedMove } from "./touch.ts";

/** Items that a re-plan may take or leave, of them lines of the plan, and others of the catalog. */
const FREE_MAX = 60;
const LINES_MAX = 24;
const OTHERS_MAX = 24;
const ATOMS = 96;

/** Where knowledge could change the plan: its least certain lines, their other bundles, and who stands next in line. */
export interface LearningCore {
  readonly items: readonly ItemModel[];
  readonly factors: SharedFactors;
  /** What is neither is in every re-plan. */
  readonly free: ReadonlySet<string>;
  /** The plan's problem over the core, with each item moved so. */
  readonly world: (moves: readonly Move[]) => Instance;
  /** Everything as expected. */
  readonly unmoved: readonly Move[];
}

export function learningCore(
  chosen: readonly ItemModel[],
  losses: readonly number[],
  { candidates, coverage }: Alternatives,
  model: CampaignModel,
  instance: Instance,
): LearningCore {
  const density = (item: ItemModel, value: number) => value / Math.max(1, item.costMinor);
  const lines = chosen
    .map((item, i) => ({ item, density: density(item, losses[i] ?? 0) }))
    .sort((a, b) => a.density - b.density || (a.item.bundle.id < b.item.bundle.id ? -1 : 1))
    .slice(0, LINES_MAX)
    .map(({ item }) => item);
  const others = candidates.slice(0, OTHERS_MAX);
  const known = new Set([...chosen, ...others].map((item) => item.bundle.id));
  const creators = new Set([...lines, ...others].map((item) => item.bundle.creator.id));
  const bundles = [...model.items.values()]
    .filter(({ bundle }) => creators.has(bundle.creator.id) && !known.has(bundle.id))
    .map((item) => ({ item, density: density(item, coverage.valueAlone(item.bundle.id)) }))
    .sort((a, b) => b.density - a.density || (a.item.bundle.id < b.item.bundle.id ? -1 : 1))
    .slice(0, Math.max(0, FREE_MAX - lines.length - others.length))
    .map(({ item }) => item);
  const items = [...chosen, ...others, ...bundles];
  const factors = sharedFactors(items, model);
  const free = new Set([...lines, ...others, ...bundles].map((item) => item.bundle.id));
  const sample = model.metric.kind === "sum" ? null : atomSample(items, model, instance, ATOMS);
  const places = new Map(
    model.groups.flatMap((group) => group.items.map((item) => [item.id, { group, item }])),
  );
  const lock = items.map(({ bundle }) => bundle.id).filter((id) => !free.has(id));
  const atoms = Array.from({ length: sample?.size ?? 0 }, (_, k) => k);
  const world = (moves: readonly Move[]): Instance => {
    const groups = new Map<string, Group>();
    items.forEach((item, i) => {
      const { group, item: sold } = places.get(item.bundle.id)!;
      const { audience, response, views } = moves[i]!;
      const moved = {
        ...sold,
        p: sample === null ? 0 : chancesOf(item, i, moves[i]!, factors, sample),
        value: sold.value * audience * response * views,
      };
      const before = groups.get(group.group)?.items ?? [];
      groups.set(group.group, { group: group.group, labels: group.labels, atoms, items: [...before, moved] });
    });
    const people = moves[0]?.people ?? 1;
    return {
      ...instanceFor(model, instance.budget, [...groups.values()]),
      atoms: atoms.length,
      weights: sample === null ? [] : Array.from(sample.reached, (_, k) => weightOf(sample, k) * people),
      lock,
    };
  };
  const unmoved = items.map((_, i) => ({
    ...{ views: 1, audience: 1, response: 1, people: 1 },
    followerShare: factors.factors[factors.of[i]!.split]!.assumption.value,
  }));
  return { items, factors, free, world, unmoved };
}

// A sampled atom stands for its part of what the core brings.
function weightOf({ coverage, drawn, reached, times }: AtomSample, k: number): number {
  return (times[k]! * coverage) / drawn / reached[k]!;
}

function chancesOf(
  item: ItemModel,
  i: number,
  move: Move,
  factors: SharedFactors,
  sample: AtomSample,
): Numbers {
  const { assumption } = factors.factors[factors.of[i]!.split]!;
  const moved = movedTouch(feedMove(item.feed), assumption, move);
  const [follower, most] = [sample.follower[i]!, sample.followerMost[i]!];
  const [stranger, acts] = [sample.stranger[i]!, sample.acts[i]!];
  return Array.from(
    follower,
    (p, k) => item.posting * Math.max(0, Math.min(1, chanceOf(moved, p, most[k]!, stranger[k]!, acts[k]!))),
  );
}
