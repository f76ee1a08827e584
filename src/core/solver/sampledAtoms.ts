import type { Group, Instance } from "#core/instance";
import { forEachTouch } from "./coverage.ts";

/**
 * The instance on fewer atoms, drawn evenly in proportion to w_a · Σ_i p_ia and weighted so that every item alone is
 * worth about what it was: for a search, never for a value or a bound that leaves the room.
 */
export function sampledAtoms(instance: Instance, size: number): Instance {
  if (instance.atoms <= size) return instance;
  const touched = new Float64Array(instance.atoms);
  for (const group of instance.groups)
    for (const item of group.items)
      forEachTouch(group, item, (atom, p) => {
        touched[atom]! += p * (instance.weights === null ? 1 : instance.weights[atom]!);
      });
  const step = touched.reduce((sum, value) => sum + value, 0) / size;
  const place = new Int32Array(instance.atoms).fill(-1);
  const weights: number[] = [];
  let passed = 0;
  touched.forEach((value, atom) => {
    const hits = step > 0 ? Math.floor((passed + value) / step + 0.5) - Math.floor(passed / step + 0.5) : 0;
    passed += value;
    if (hits === 0) return;
    place[atom] = weights.length;
    weights.push((hits * step * (instance.weights === null ? 1 : instance.weights[atom]!)) / value);
  });
  const groups = instance.groups.map((group): Group => {
    const kept: number[] = [];
    for (let n = 0; n < group.atoms.length; n++) if (place[group.atoms[n]!]! >= 0) kept.push(n);
    return {
      ...group,
      atoms: kept.map((n) => place[group.atoms[n]!]!),
      items: group.items.map((item) => {
        const { p } = item;
        return typeof p === "number" ? item : { ...item, p: kept.map((n) => p[n]!) };
      }),
    };
  });
  return { ...instance, atoms: weights.length, weights, groups };
}
