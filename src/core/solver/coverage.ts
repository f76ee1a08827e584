import type { Group, Instance, Item } from "#core/instance";
import { CompensatedSum } from "#core/maths/compensatedSum";

/**
 * Exact values of sets of items, straight from the instance:
 * V(S) = Σ_a w_a · [1 − Π_{i∈S} (1 − p_ia)] + Σ_{i∈S} value_i   (docs/methods/solver.md).
 */
export class Coverage {
  private readonly instance: Instance;
  private readonly places = new Map<string, { readonly group: Group; readonly item: Item }>();

  constructor(instance: Instance) {
    this.instance = instance;
    for (const group of instance.groups)
      for (const item of group.items) this.places.set(item.id, { group, item });
  }

  value(ids: readonly string[]): number {
    const untouched = new Float64Array(this.instance.atoms).fill(1);
    const sum = new CompensatedSum();
    for (const id of ids) {
      const { group, item } = this.place(id);
      sum.add(item.value);
      forEachTouch(group, item, (atom, p) => {
        untouched[atom]! *= 1 - p;
      });
    }
    for (let atom = 0; atom < untouched.length; atom++) sum.add(this.weight(atom) * (1 - untouched[atom]!));
    return sum.total;
  }

  valueAlone(id: string): number {
    const { group, item } = this.place(id);
    const sum = new CompensatedSum();
    sum.add(item.value);
    forEachTouch(group, item, (atom, p) => sum.add(this.weight(atom) * p));
    return sum.total;
  }

  /** What the set loses without each of its items, in the order of `ids`. */
  marginalLosses(ids: readonly string[]): number[] {
    const untouched = new Float64Array(this.instance.atoms).fill(1);
    const certain = new Int32Array(this.instance.atoms);
    for (const id of ids) {
      const { group, item } = this.place(id);
      forEachTouch(group, item, (atom, p) => {
        if (p === 1) certain[atom]!++;
        else untouched[atom]! *= 1 - p;
      });
    }
    return ids.map((id) => {
      const { group, item } = this.place(id);
      const sum = new CompensatedSum();
      sum.add(item.value);
      forEachTouch(group, item, (atom, p) => {
        const othersCertain = certain[atom]! - (p === 1 ? 1 : 0);
        if (othersCertain > 0) return;
        const others = p === 1 ? untouched[atom]! : untouched[atom]! / (1 - p);
        sum.add(this.weight(atom) * p * others);
      });
      return sum.total;
    });
  }

  /** What each of `candidates` would add to the set; candidates of a group already in the set count as a second item. */
  marginalGains(ids: readonly string[], candidates: readonly string[]): number[] {
    const untouched = new Float64Array(this.instance.atoms).fill(1);
    for (const id of ids) {
      const { group, item } = this.place(id);
      forEachTouch(group, item, (atom, p) => {
        untouched[atom]! *= 1 - p;
      });
    }
    return candidates.map((id) => {
      const { group, item } = this.place(id);
      const sum = new CompensatedSum();
      sum.add(item.value);
      forEachTouch(group, item, (atom, p) => sum.add(this.weight(atom) * p * untouched[atom]!));
      return sum.total;
    });
  }

  cost(ids: readonly string[]): number {
    const sum = new CompensatedSum();
    for (const id of ids) sum.add(this.place(id).item.cost);
    return sum.total;
  }

  place(id: string): { readonly group: Group; readonly item: Item } {
    const place = this.places.get(id);
    if (!place) throw new RangeError(`no item ${id} in the instance`);
    return place;
  }

  private weight(atom: number): number {
    return this.instance.weights === null ? 1 : this.instance.weights[atom]!;
  }
}

export function forEachTouch(group: Group, item: Item, visit: (atom: number, p: number) => void): void {
  const { p } = item;
  for (let k = 0; k < group.atoms.length; k++) visit(group.atoms[k]!, typeof p === "number" ? p : p[k]!);
}
