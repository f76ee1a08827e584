import type { Instance } from "#core/instance";
import type { Certificate, CertificateBranch, CertificateTree } from "#core/solution";
import { namedMultipliers } from "./bound.ts";
import type { BranchNode } from "./branchNode.ts";
import type { FrankWolfe } from "./frankWolfe.ts";
import type { Problem } from "./problem.ts";

/** Any q is valid, so a short one is as good: six digits cost the bound about 1e-12 of itself. */
const Q_DIGITS = 6;

/** The dual's best multipliers, named and with a q for every atom of the instance. */
export function rootCertificate(instance: Instance, problem: Problem, dual: FrankWolfe): Certificate {
  return { q: expandedQ(problem, dual.bestQ), ...namedMultipliers(instance, dual.bestY) };
}

/** The branches as a document: only the atoms that the core's items share carry a q. */
export function treeCertificate(
  instance: Instance,
  problem: Problem,
  root: BranchNode,
  start: { readonly root: Certificate | null; readonly dropped: ReadonlySet<string> },
): CertificateTree {
  const atoms: number[] = [];
  problem.compiledAtom.forEach((compiled, atom) => {
    if (compiled >= 0) atoms.push(atom);
  });
  const idOf = (i: number) => problem.itemOf[i]!.id;
  const document = (node: BranchNode): CertificateBranch => {
    const { dropped, q, split, y } = node;
    const needed = split === null || dropped.length > 0;
    const multipliers = namedMultipliers(instance, y);
    const certificate =
      q === null
        ? { proves: "infeasible" as const, ...multipliers }
        : { q: atoms.map((atom) => q[problem.compiledAtom[atom]!]!), ...multipliers };
    return {
      certificate: needed ? certificate : null,
      ...(dropped.length > 0 && split !== null ? { dropped: dropped.map(idOf) } : {}),
      ...(split === null
        ? {}
        : {
            split: {
              group: problem.groupName[split.group]!,
              items: Object.fromEntries([...split.items].map(([i, child]) => [idOf(i), document(child)])),
              none: document(split.none),
            },
          }),
    };
  };
  return { root: start.root, dropped: [...start.dropped], atoms, branches: document(root) };
}

function expandedQ(problem: Problem, q: Float64Array): number[] {
  return Array.from(problem.compiledAtom, (atom) => (atom < 0 ? 1 : Number(q[atom]!.toPrecision(Q_DIGITS))));
}
