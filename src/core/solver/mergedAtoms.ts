import type { Group, Instance, Item } from "#core/instance";

/** How the atoms of an instance shrink: see Problem. */
export interface MergedAtoms {
  readonly compiledAtom: Int32Array;
  /** For each atom the first one that is touched alike; −1 where it is folded away. */
  readonly representative: Int32Array;
  readonly atomCount: number;
  readonly weight: Float64Array;
}

interface Toucher {
  readonly group: Group;
  readonly items: readonly Item[];
}

/**
 * Atoms of one group only are private, atoms touched by the same items with the same p are one. Alike is told by 53
 * bits of hash: a clash (1e-6 at a million atoms) would cost search quality, never a wrong bound, since values and
 * bounds that leave the room are computed from the instance.
 */
export function mergedAtoms(instance: Instance, touchers: readonly Toucher[]): MergedAtoms {
  const { atoms, weights } = instance;
  const degree = new Int32Array(atoms);
  const high = new Int32Array(atoms);
  const low = new Int32Array(atoms);
  const bits = new DataView(new ArrayBuffer(8));
  const mix = (atom: number, word: number) => {
    high[atom] = Math.imul(high[atom]! ^ word, 0x85ebca6b) ^ (high[atom]! >>> 13);
    low[atom] = Math.imul((low[atom]! + word) | 0, 0xc2b2ae35) ^ (low[atom]! >>> 16);
  };
  touchers.forEach(({ group, items }, g) => {
    const own = items.flatMap((item) => (typeof item.p === "number" ? [] : [item.p]));
    for (let k = 0; k < group.atoms.length; k++) {
      const atom = group.atoms[k]!;
      degree[atom]!++;
      mix(atom, Math.imul(g + 1, 0x9e3779b9));
      for (const p of own) {
        bits.setFloat64(0, p[k]!);
        mix(atom, bits.getInt32(0));
        mix(atom, bits.getInt32(4));
      }
    }
  });
  const compiledAtom = new Int32Array(atoms).fill(-1);
  const representative = new Int32Array(atoms).fill(-1);
  const weight: number[] = [];
  const firstOf = new Map<number, number>();
  for (let atom = 0; atom < atoms; atom++) {
    const w = weights === null ? 1 : weights[atom]!;
    if (degree[atom]! < 2 || w === 0) continue;
    const hash = (high[atom]! >>> 0) * 2 ** 21 + (low[atom]! >>> 11);
    const first = firstOf.get(hash);
    representative[atom] = first ?? atom;
    if (first === undefined) {
      firstOf.set(hash, atom);
      compiledAtom[atom] = weight.length;
      weight.push(w);
    } else {
      compiledAtom[atom] = compiledAtom[first]!;
      weight[compiledAtom[first]!]! += w;
    }
  }
  return { compiledAtom, representative, atomCount: weight.length, weight: Float64Array.from(weight) };
}
