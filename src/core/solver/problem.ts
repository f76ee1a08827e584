import type { Group, Instance, Item } from "#core/instance";
import { mergedAtoms } from "./mergedAtoms.ts";
import { type Row, rowsOf, rowUse, rulesOut } from "./rows.ts";

/** Per-incidence numbers: exact where they are few, at half the memory where they are many. */
export type Reals = Float64Array | Float32Array;
const EXACT_ENTRIES_MAX = 4_000_000;

/** A p this near to 1 is taken as 1 in the search; values and bounds that leave the room are computed from the instance. */
const ALMOST_ONE = 1 - 1e-12;

/**
 * An instance laid out for the inner loops. Groups own a range of incidences, items one of groups; atoms that only one
 * group touches are folded into `worth`, atoms that the same items touch alike are merged, both without loss.
 */
export interface Problem {
  readonly instance: Instance;
  readonly groupCount: number;
  readonly itemCount: number;
  readonly atomCount: number;
  /** Incidences of group g: atomOf[incidenceStart[g] … incidenceStart[g+1]). */
  readonly incidenceStart: Int32Array;
  readonly atomOf: Int32Array;
  /** Items of group g: itemStart[g] … itemStart[g+1]; first those with own p, then by rising p. */
  readonly itemStart: Int32Array;
  readonly groupOf: Int32Array;
  readonly itemOf: readonly Item[];
  readonly groupName: readonly string[];
  /** p and a = −ln(1 − p) of items with one p for all their atoms. */
  readonly p: Float64Array;
  readonly hazard: Float64Array;
  /** Offset into pAt and hazardAt of items with an own p at each incidence of their group, else −1. */
  readonly ownStart: Int32Array;
  readonly pAt: Reals;
  readonly hazardAt: Reals;
  readonly weight: Float64Array;
  /** Additive value of an item, private atoms included. */
  readonly worth: Float64Array;
  /** A locked item stands alone in its group and must be taken. */
  readonly forced: Uint8Array;
  readonly rows: readonly Row[];
  readonly cap: Float64Array;
  /** use[r][i]: what item i takes of row r. */
  readonly use: readonly Float64Array[];
  /** Compiled atom of an atom of the instance; −1 where it is private, worthless or untouched: there q = 1 is tight. */
  readonly compiledAtom: Int32Array;
  readonly itemIndex: ReadonlyMap<string, number>;
}

interface Kept {
  readonly group: Group;
  readonly items: readonly Item[];
  readonly forced: boolean;
}

/** Lays out the instance without its excluded items, those of `dropped`, and those that fit in no plan. */
export function compile(instance: Instance, dropped: ReadonlySet<string>): Problem {
  const kept = keptGroups(instance, dropped);
  const { compiledAtom, representative, atomCount, weight } = mergedAtoms(instance, kept);
  const itemOf = kept.flatMap(({ items }) => items);
  const rows = rowsOf(instance);
  const shape = shapeOf(kept, representative, itemOf.length);
  const Own = shape.ownEntries > EXACT_ENTRIES_MAX ? Float32Array : Float64Array;
  const problem = {
    ...shape,
    instance,
    groupCount: kept.length,
    itemCount: itemOf.length,
    atomCount,
    itemOf,
    groupName: kept.map(({ group }) => group.group),
    pAt: new Own(shape.ownEntries) as Reals,
    hazardAt: new Own(shape.ownEntries) as Reals,
    weight,
    forced: Uint8Array.from(kept, ({ forced }) => (forced ? 1 : 0)),
    rows,
    cap: Float64Array.from(rows, (row) => row.cap),
    use: rows.map((row) =>
      Float64Array.from(kept.flatMap(({ group, items }) => items.map((item) => rowUse(row, group, item)))),
    ),
    compiledAtom,
    itemIndex: new Map(itemOf.map((item, i) => [item.id, i])),
  };
  kept.forEach(({ group, items }, g) => {
    items.forEach((item, k) => {
      fillItem(problem, group, item, problem.itemStart[g]! + k, g, representative);
    });
  });
  return problem;
}

function keptGroups(instance: Instance, dropped: ReadonlySet<string>): Kept[] {
  const locked = new Set(instance.lock);
  const excluded = new Set(instance.exclude);
  const limits = usedByLocked(instance, locked);
  return instance.groups.flatMap((group) => {
    const lockedItem = group.items.find((item) => locked.has(item.id));
    const fitting = (item: Item) =>
      !limits.some(({ row, used }) => rulesOut(row, used, rowUse(row, group, item)));
    const items = (lockedItem ? [lockedItem] : group.items.filter(fitting))
      .filter((item) => !excluded.has(item.id) && !dropped.has(item.id))
      .sort((x, y) => plainP(x) - plainP(y));
    return items.length === 0 ? [] : [{ group, items, forced: lockedItem !== undefined }];
  });
}

export function usedByLocked(instance: Instance, locked: ReadonlySet<string>): { row: Row; used: number }[] {
  const rows = rowsOf(instance);
  const used = rows.map(() => 0);
  if (locked.size > 0)
    for (const group of instance.groups)
      for (const item of group.items)
        if (locked.has(item.id))
          rows.forEach((row, r) => {
            used[r]! += rowUse(row, group, item);
          });
  return rows.map((row, r) => ({ row, used: used[r]! }));
}

/** Items with an own p at each atom come first. */
function plainP(item: Item): number {
  return typeof item.p === "number" ? item.p : -1;
}

function shapeOf(kept: readonly Kept[], representative: Int32Array, itemCount: number) {
  const incidenceStart = new Int32Array(kept.length + 1);
  const itemStart = new Int32Array(kept.length + 1);
  const groupOf = new Int32Array(itemCount);
  const ownStart = new Int32Array(itemCount).fill(-1);
  let incidences = 0;
  let ownEntries = 0;
  let i = 0;
  kept.forEach(({ group, items }, g) => {
    let size = 0;
    for (let k = 0; k < group.atoms.length; k++)
      if (representative[group.atoms[k]!] === group.atoms[k]) size++;
    incidenceStart[g] = incidences;
    itemStart[g] = i;
    incidences += size;
    for (const item of items) {
      groupOf[i] = g;
      if (typeof item.p !== "number") {
        ownStart[i] = ownEntries;
        ownEntries += size;
      }
      i++;
    }
  });
  incidenceStart[kept.length] = incidences;
  itemStart[kept.length] = i;
  return {
    incidenceStart,
    itemStart,
    groupOf,
    ownStart,
    ownEntries,
    atomOf: new Int32Array(incidences),
    p: new Float64Array(itemCount),
    hazard: new Float64Array(itemCount),
    worth: new Float64Array(itemCount),
  };
}

function fillItem(
  problem: Problem,
  group: Group,
  item: Item,
  i: number,
  g: number,
  representative: Int32Array,
): void {
  const { weights } = problem.instance;
  const { p } = item;
  const plain = typeof p === "number";
  if (plain) {
    problem.p[i] = p > ALMOST_ONE ? 1 : p;
    problem.hazard[i] = hazardOf(p);
  }
  let at = problem.incidenceStart[g]!;
  let own = problem.ownStart[i]!;
  let worth = item.value;
  for (let k = 0; k < group.atoms.length; k++) {
    const atom = group.atoms[k]!;
    const pHere = plain ? p : p[k]!;
    if (problem.compiledAtom[atom] === -1) {
      worth += (weights === null ? 1 : weights[atom]!) * pHere;
    } else if (representative[atom] === atom) {
      problem.atomOf[at++] = problem.compiledAtom[atom]!;
      if (plain) continue;
      problem.pAt[own] = pHere > ALMOST_ONE ? 1 : pHere;
      problem.hazardAt[own++] = hazardOf(pHere);
    }
  }
  problem.worth[i] = worth;
}

function hazardOf(p: number): number {
  return p > ALMOST_ONE ? Number.POSITIVE_INFINITY : -Math.log1p(-p);
}

/** The locked items: each stands alone in its group. */
export function forcedItems(problem: Problem): number[] {
  const items: number[] = [];
  for (let g = 0; g < problem.groupCount; g++) if (problem.forced[g] === 1) items.push(problem.itemStart[g]!);
  return items;
}

/** What each item costs at the rows' multipliers. */
export function itemPrices(problem: Problem, y: ArrayLike<number>): Float64Array {
  const price = new Float64Array(problem.itemCount);
  problem.use.forEach((use, r) => {
    const rate = y[r]!;
    if (rate > 0) for (let i = 0; i < price.length; i++) price[i]! += rate * use[i]!;
  });
  return price;
}
