import type { Group, Instance, Item } from "#core/instance";
import { Neumaier } from "./neumaier.ts";

/** What the chosen items lose without each of them, by id: value_i + Σ_a w_a·p_ia·Π_{j≠i}(1 − p_ja). */
export function marginalsOf(instance: Instance, chosen: readonly string[]): ReadonlyMap<string, number> {
  const wanted = new Set(chosen);
  const plan = instance.groups.flatMap((group) =>
    group.items.filter(({ id }) => wanted.has(id)).map((item) => ({ group, item })),
  );
  // A certain touch leaves nothing to divide by: they are counted, and kept out of the product.
  const missed = new Float64Array(instance.atoms).fill(1);
  const certain = new Uint32Array(instance.atoms);
  for (const { group, item } of plan)
    eachTouch(group, item, (atom, p) => {
      if (p === 1) certain[atom]!++;
      else missed[atom]! *= 1 - p;
    });
  return new Map(
    plan.map(({ group, item }) => {
      const sum = new Neumaier();
      sum.add(item.value);
      eachTouch(group, item, (atom, p) => {
        const weight = instance.weights === null ? 1 : instance.weights[atom]!;
        const own = p === 1 ? 1 : 0;
        if (certain[atom] === own) sum.add((weight * p * missed[atom]!) / (own === 1 ? 1 : 1 - p));
      });
      return [item.id, sum.total] as const;
    }),
  );
}

function eachTouch({ atoms }: Group, { p }: Item, touch: (atom: number, p: number) => void): void {
  for (let k = 0; k < atoms.length; k++) touch(atoms[k]!, typeof p === "number" ? p : p[k]!);
}
