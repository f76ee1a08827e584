import type { Group, Instance, Item } from "#core/instance";
import type { Coverage } from "./coverage.ts";

/** What the worlds do to one item. */
export interface ItemWorlds {
  /** Factor on the item's p and value, by world. */
  readonly scale: Float64Array;
  /** No p grows beyond this; below 1. */
  readonly most: number;
}

/**
 * Equally likely worlds of one instance: in world k item i touches atom a with min(most_i, p_ia · scale_i[k]) and adds
 * value_i · scale_i[k], and every atom weighs weight[k] times its own.
 */
export interface Worlds {
  readonly count: number;
  readonly weight: Float64Array;
  readonly of: ReadonlyMap<string, ItemWorlds>;
}

export function worldsOf(worlds: Worlds, item: Item): ItemWorlds {
  const found = worlds.of.get(item.id);
  if (!found) throw new RangeError(`no worlds of item ${item.id}`);
  return found;
}

/** V_k(S) for every world, straight from the instance. */
export function worldValues(
  instance: Instance,
  coverage: Coverage,
  worlds: Worlds,
  ids: readonly string[],
): Float64Array {
  const chosen = ids.map((id) => coverage.place(id));
  const missed = new Float64Array(instance.atoms);
  return worlds.weight.map((worldWeight, k) => {
    missed.fill(1);
    let sum = 0;
    for (const { group, item } of chosen) {
      const { most, scale } = worldsOf(worlds, item);
      sum += item.value * scale[k]!;
      const { p } = item;
      for (let n = 0; n < group.atoms.length; n++)
        missed[group.atoms[n]!]! *= 1 - Math.min(most, (typeof p === "number" ? p : p[n]!) * scale[k]!);
    }
    let covered = 0;
    for (let atom = 0; atom < missed.length; atom++)
      covered += (instance.weights === null ? 1 : instance.weights[atom]!) * (1 - missed[atom]!);
    return sum + worldWeight * covered;
  });
}

/**
 * The mean of the worlds under these weights, Σ π_k V_k, as a plain coverage problem: every atom once for each world
 * that weighs anything. `lazily`: an item's p is made whenever it is read, for problems too large to be kept.
 */
export function stacked(
  instance: Instance,
  worlds: Worlds,
  weightOf: ArrayLike<number>,
  groups: readonly Group[],
  lazily: boolean,
): Instance {
  const support = Array.from(worlds.weight.keys()).filter((k) => weightOf[k]! > 0);
  const weights = new Float64Array(instance.atoms * support.length);
  support.forEach((k, at) => {
    for (let atom = 0; atom < instance.atoms; atom++)
      weights[at * instance.atoms + atom] =
        weightOf[k]! * worlds.weight[k]! * (instance.weights === null ? 1 : instance.weights[atom]!);
  });
  const atomsOf = ({ atoms }: Group) => {
    const all = new Int32Array(atoms.length * support.length);
    support.forEach((_, at) => {
      for (let n = 0; n < atoms.length; n++) all[at * atoms.length + n] = at * instance.atoms + atoms[n]!;
    });
    return all;
  };
  const touches = (item: Item, size: number) => {
    const { most, scale } = worldsOf(worlds, item);
    const { p } = item;
    const all = new Float64Array(size * support.length);
    support.forEach((k, at) => {
      for (let n = 0; n < size; n++)
        all[at * size + n] = Math.min(most, (typeof p === "number" ? p : p[n]!) * scale[k]!);
    });
    return all;
  };
  const stackedGroup = (group: Group): Group => {
    const items = group.items.map((item): Item => {
      const { scale } = worldsOf(worlds, item);
      const value = item.value * support.reduce((sum, k) => sum + weightOf[k]! * scale[k]!, 0);
      const size = group.atoms.length;
      if (!lazily) return { ...item, value, p: touches(item, size) };
      return {
        ...item,
        value,
        get p() {
          return touches(item, size);
        },
      };
    });
    if (!lazily) return { ...group, atoms: atomsOf(group), items };
    return {
      ...group,
      items,
      get atoms() {
        return atomsOf(group);
      },
    };
  };
  return { ...instance, atoms: weights.length, weights, groups: groups.map(stackedGroup) };
}
