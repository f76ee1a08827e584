import type { Instance } from "#core/instance";
import type { Certificate, CertificateBranch, CertificateTree, InfeasibilityProof } from "#core/solution";
import { namedMultipliers } from "./bound.ts";
import { type BranchNode, plainQ } from "./branchNode.ts";
import type { FrankWolfe } from "./frankWolfe.ts";
import type { Problem } from "./problem.ts";

/** Any q is valid, so a short one is as good: six digits cost the bound about 1e-12 of itself. */
const Q_DIGITS = 6;

/** The dual's best multipliers, named and with a q for every atom of the instance. */
export function rootCertificate(instance: Instance, problem: Problem, dual: FrankWolfe): Certificate {
  return { q: expandedQ(problem, dual.bestQ), ...namedMultipliers(instance, dual.bestY) };
}

/** A branch and the layout in which it numbers items and atoms. */
export interface Stage {
  readonly node: BranchNode;
  readonly problem: Problem;
}

/**
 * A proof by cases as a document. Stages but the last only drop items, and the next works on what is left; only atoms
 * that the first stage's items share carry a q.
 */
export function treeCertificate(
  instance: Instance,
  start: { readonly root: Certificate | null; readonly dropped: ReadonlySet<string> },
  stages: readonly Stage[],
): CertificateTree {
  const atoms: number[] = [];
  stages[0]!.problem.compiledAtom.forEach((compiled, atom) => {
    if (compiled >= 0) atoms.push(atom);
  });
  const last = stages[stages.length - 1]!;
  let branches = branchOf(instance, atoms, last.problem, last.node);
  for (const { node, problem } of stages.slice(0, -1).reverse())
    branches = {
      certificate: multipliersOf(instance, atoms, problem, node),
      dropped: node.dropped.map((i) => problem.itemOf[i]!.id),
      rest: branches,
    };
  return { root: start.root, dropped: [...start.dropped], atoms, branches };
}

function branchOf(
  instance: Instance,
  atoms: readonly number[],
  problem: Problem,
  node: BranchNode,
): CertificateBranch {
  const { dropped, split } = node;
  const idOf = (i: number) => problem.itemOf[i]!.id;
  if (split === null) return { certificate: multipliersOf(instance, atoms, problem, node) };
  const items = [...split.items].map(
    ([i, child]) => [idOf(i), branchOf(instance, atoms, problem, child)] as const,
  );
  const document = {
    group: problem.groupName[split.group]!,
    items: Object.fromEntries(items),
    none: branchOf(instance, atoms, problem, split.none),
  };
  if (dropped.length === 0) return { certificate: null, split: document };
  const certificate = multipliersOf(instance, atoms, problem, node);
  return { certificate, dropped: dropped.map(idOf), split: document };
}

function multipliersOf(
  instance: Instance,
  atoms: readonly number[],
  { compiledAtom }: Problem,
  { q, y }: BranchNode,
): Certificate | InfeasibilityProof {
  const multipliers = namedMultipliers(instance, y);
  if (q === null) return { proves: "infeasible", ...multipliers };
  const here = (atom: number) => (compiledAtom[atom]! < 0 ? 1 : plainQ(q[compiledAtom[atom]!]!));
  return { q: atoms.map(here), ...multipliers };
}

function expandedQ(problem: Problem, q: Float64Array): number[] {
  return Array.from(problem.compiledAtom, (atom) => (atom < 0 ? 1 : Number(q[atom]!.toPrecision(Q_DIGITS))));
}
