import type { Instance } from "#core/instance";
import type { Certificate, CertificateBranch, CertificateTree } from "#core/solution";
import { exactBound, namedMultipliers } from "./bound.ts";
import type { BranchAndBound } from "./branchAndBound.ts";
import type { FrankWolfe } from "./frankWolfe.ts";
import type { Problem } from "./problem.ts";

/** Any q is valid, so a short one is as good: six digits cost the bound about 1e-12 of itself. */
const Q_DIGITS = 6;

/** The dual's best multipliers, named and with a q for every atom of the instance. */
export function rootCertificate(instance: Instance, problem: Problem, dual: FrankWolfe): Certificate {
  return { q: expandedQ(problem, dual.bestQ), ...namedMultipliers(instance, dual.bestY) };
}

/** The branches with their multipliers, and the largest of their bounds by exact sums. */
export function treeCertificate(
  instance: Instance,
  problem: Problem,
  tree: BranchAndBound,
  start: { readonly root: Certificate | null; readonly dropped: ReadonlySet<string> },
): { bound: number; certificate: CertificateTree } {
  let bound = Number.NEGATIVE_INFINITY;
  const branches: CertificateBranch[] = [];
  for (const leaf of tree.leaves()) {
    const lock = leaf.locked.map((i) => problem.itemOf[i]!.id);
    const exclude = leaf.excluded.map((i) => problem.itemOf[i]!.id);
    const multipliers = namedMultipliers(instance, leaf.y);
    const q = leaf.q === null ? null : expandedQ(problem, leaf.q);
    const without = new Set([...instance.exclude, ...start.dropped, ...exclude]);
    const exact = exactBound(instance, { lock, without, multipliers, q, lockedAreBought: true });
    // A proof of infeasibility that rounding has spoilt says nothing; the whole tree then stays unused.
    if (q !== null) bound = Math.max(bound, exact.bound);
    else if (exact.bound >= 0) bound = Number.POSITIVE_INFINITY;
    branches.push({
      lock,
      exclude,
      certificate: q === null ? { proves: "infeasible", ...multipliers } : { q, ...multipliers },
    });
  }
  return { bound, certificate: { root: start.root, dropped: [...start.dropped], branches } };
}

function expandedQ(problem: Problem, q: Float64Array): number[] {
  return Array.from(problem.compiledAtom, (atom) => (atom < 0 ? 1 : Number(q[atom]!.toPrecision(Q_DIGITS))));
}
