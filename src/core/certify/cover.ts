import type { Instance } from "#core/instance";

export interface Branch {
  readonly lock: readonly string[];
  readonly exclude: readonly string[];
}

/** Looks at branches that the check may take before it gives up on a tangle. */
const LOOKS_MAX = 2e8;

/**
 * Whether the branches hold every choice of at most one item a group that keeps the instance's locks and avoids
 * `without`. Splits on one named group after the other: under each of its items, and under none of those named, the
 * branches that still agree must hold the rest. Returns null, or the decisions under which no branch is left.
 */
export function uncovered(
  instance: Instance,
  without: ReadonlySet<string>,
  branches: readonly Branch[],
): readonly string[] | "too-tangled" | null {
  const groupOf = new Map<string, string>();
  for (const { group, items } of instance.groups) for (const { id } of items) groupOf.set(id, group);
  const lockedIn = new Map(instance.lock.map((id) => [groupOf.get(id), id]));
  let looks = 0;

  const search = (
    live: readonly Demand[],
    path: readonly string[],
  ): readonly string[] | "too-tangled" | null => {
    looks += live.length;
    if (looks > LOOKS_MAX) return "too-tangled";
    if (live.length === 0) return path;
    if (live.some((demand) => demand.size === 0)) return null;
    const group = mostNamed(live);
    const named = new Set<string>();
    for (const demand of live) for (const id of demand.get(group)?.named ?? []) named.add(id);
    const locked = lockedIn.get(group);
    const options = locked === undefined ? [...named].filter((id) => !without.has(id)) : [locked];
    for (const option of options) {
      const found = search(agreeing(live, group, option), [...path, option]);
      if (found !== null) return found;
    }
    if (locked !== undefined) return null;
    return search(agreeing(live, group, null), [...path, `${group}: –`]);
  };

  const demands = branches.flatMap((branch) => demandOf(branch, groupOf) ?? []);
  return search(demands, []);
}

/** What a branch asks of the groups it names: one item, or any but some. */
type Demand = ReadonlyMap<string, { readonly item: string | null; readonly named: ReadonlySet<string> }>;

/** Null where a branch contradicts itself and so holds no choice. */
function demandOf(branch: Branch, groupOf: ReadonlyMap<string, string>): Demand | null {
  const demand = new Map<string, { item: string | null; named: Set<string> }>();
  for (const id of branch.exclude) {
    const group = groupOf.get(id);
    if (group === undefined) return null;
    const known = demand.get(group) ?? { item: null, named: new Set<string>() };
    known.named.add(id);
    demand.set(group, known);
  }
  for (const id of branch.lock) {
    const group = groupOf.get(id);
    if (group === undefined) return null;
    const known = demand.get(group);
    if (known?.item != null || known?.named.has(id)) return null;
    demand.set(group, { item: id, named: new Set([id]) });
  }
  return demand;
}

function agreeing(live: readonly Demand[], group: string, option: string | null): Demand[] {
  return live.flatMap((demand) => {
    const here = demand.get(group);
    if (here === undefined) return [demand];
    const agrees = here.item !== null ? here.item === option : option === null || !here.named.has(option);
    if (!agrees) return [];
    const rest = new Map(demand);
    rest.delete(group);
    return [rest];
  });
}

/** The group that most branches name: the one a tree was split on first is named by all. */
function mostNamed(live: readonly Demand[]): string {
  const count = new Map<string, number>();
  for (const demand of live) for (const group of demand.keys()) count.set(group, (count.get(group) ?? 0) + 1);
  return [...count].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ["", 0] as [
    string,
    number,
  ])[0];
}
