import { ALL_ITEMS, type Instance, MONEY } from "#core/instance";
import type { CertificateTree, InfeasibilityProof } from "#core/solution";
import { exactBound, namedMultipliers } from "./bound.ts";
import { BranchAndBound } from "./branchAndBound.ts";
import type { BranchNode } from "./branchNode.ts";
import { treeCertificate } from "./certificates.ts";
import { Incumbent } from "./incumbent.ts";
import { compile, type Problem } from "./problem.ts";
import { Relaxation } from "./relaxation.ts";
import { rowsOf } from "./rows.ts";

/** Branches that the search for a conflict may open on each of its questions, and how many questions it may ask. */
const LEAVES_MAX = 400;
const WORK_MAX = 2e7;
const QUESTIONS_MAX = 300;

type Proof = InfeasibilityProof | CertificateTree;

/** A proof that nothing keeps the rows, by multipliers alone; null when they do not show it. */
export function provenByMultipliers(instance: Instance, problem: Problem): InfeasibilityProof | null {
  if (clashingLocks(instance).length > 0) return proofOf(instance, new Float64Array(rowsOf(instance).length));
  const relaxation = new Relaxation(problem, problem.cap, allGroups(problem));
  if (relaxation.feasible) return null;
  const proof = proofOf(instance, relaxation.y);
  return holds(instance, proof, problem) ? proof : null;
}

/**
 * One irreducible set of rows, locks and exclusions that cannot hold together, and the proof from these alone. Each in turn
 * is taken away, and stays away if the rest is still proven infeasible (deletion filter, Chinneck & Dravnieks 1991); many
 * of a kind go together first and by halves then. What is left after the last question stays in, untried.
 */
export function conflictOf(
  instance: Instance,
  wholeProof: Proof,
): { readonly conflict: readonly string[]; readonly proof: Proof } {
  let rest = instance;
  let proof = wholeProof;
  let questions = 0;
  const conflict: string[] = [];
  const filter = (constraints: readonly Constraint[]) => {
    if (constraints.length === 0) return;
    if (questions < QUESTIONS_MAX) {
      questions++;
      const smaller = constraints.reduce((from, { without }) => without(from), rest);
      const found = proofFor(smaller);
      if (found !== null) {
        rest = smaller;
        proof = found;
        return;
      }
      if (constraints.length > 1) {
        const half = constraints.length >> 1;
        filter(constraints.slice(0, half));
        filter(constraints.slice(half));
        return;
      }
    }
    conflict.push(...constraints.map(({ name }) => name));
  };
  for (const kind of constraintsOf(instance)) filter(kind);
  return { conflict, proof };
}

function proofFor(instance: Instance): Proof | null {
  const problem = compile(instance, new Set());
  const byMultipliers = provenByMultipliers(instance, problem);
  if (byMultipliers !== null) return byMultipliers;
  const incumbent = new Incumbent(instance);
  const tree = new BranchAndBound(problem, null, LEAVES_MAX, incumbent);
  let work = 0;
  while (work < WORK_MAX && incumbent.plan === null && !tree.proven && !tree.exhausted) {
    tree.run(1);
    work += tree.work;
  }
  return incumbent.plan === null && tree.proven ? infeasibleTree(instance, problem, tree.root) : null;
}

/** The branches as a proof, each leaf infeasible by its own multipliers; null where one is not. */
export function infeasibleTree(
  instance: Instance,
  problem: Problem,
  root: BranchNode,
): CertificateTree | null {
  const sound = (node: BranchNode): boolean =>
    node.split === null
      ? node.q === null && holds(instance, proofOf(instance, node.y), problem, node)
      : [...node.split.items.values(), node.split.none].every(sound);
  return sound(root)
    ? treeCertificate(instance, { root: null, dropped: new Set() }, [{ node: root, problem }])
    : null;
}

/** Whether the multipliers alone keep every choice of the branch, or of the whole instance, below zero. */
function holds(instance: Instance, proof: InfeasibilityProof, problem: Problem, node?: BranchNode): boolean {
  if (clashingLocks(instance).length > 0) return true;
  const lock = new Set([...instance.lock, ...(node?.locked ?? []).map((i) => problem.itemOf[i]!.id)]);
  const without = new Set(instance.exclude);
  node?.allowed.forEach((open, i) => {
    const { id } = problem.itemOf[i]!;
    if (open === 0 && !lock.has(id)) without.add(id);
  });
  const question = { lock: [...lock], without, multipliers: proof, q: null, lockedAreBought: false };
  return exactBound(instance, question).bound < 0;
}

function proofOf(instance: Instance, y: ArrayLike<number>): InfeasibilityProof {
  return { proves: "infeasible", ...namedMultipliers(instance, y) };
}

/** Locked items that share a group or are excluded: no choice is left at all. */
function clashingLocks(instance: Instance): string[] {
  const locked = new Set(instance.lock);
  const excluded = new Set(instance.exclude);
  for (const group of instance.groups) {
    const here = group.items.filter(({ id }) => locked.has(id)).map(({ id }) => id);
    if (here.length > 1 || here.some((id) => excluded.has(id))) return here;
  }
  return [];
}

interface Constraint {
  readonly name: string;
  readonly without: (instance: Instance) => Instance;
}

/** By kind, in the order in which they are tried. */
function constraintsOf(instance: Instance): Constraint[][] {
  const allCosts = instance.groups.reduce(
    (sum, { items }) => sum + items.reduce((all, { cost }) => all + cost, 0),
    1,
  );
  const locks = [...new Set(instance.lock)].map((id) => ({
    name: `lock:${id}`,
    without: (from: Instance) => ({ ...from, lock: from.lock.filter((other) => other !== id) }),
  }));
  const excludes = [...new Set(instance.exclude)].map((id) => ({
    name: `exclude:${id}`,
    without: (from: Instance) => ({ ...from, exclude: from.exclude.filter((other) => other !== id) }),
  }));
  const budgets = Object.keys(instance.extraBudgets).map((name) => ({
    name,
    without: (from: Instance) => ({
      ...from,
      extraBudgets: Object.fromEntries(Object.entries(from.extraBudgets).filter(([other]) => other !== name)),
    }),
  }));
  // A label's minimum and maximum go together: the conflict names labels, and each name must be needed.
  const counted = instance.quotas.map(({ label }) => label);
  if (instance.minItems !== null || instance.maxItems !== null) counted.push(ALL_ITEMS);
  const labels = [...new Set(counted)].map((label) => ({
    name: label,
    without: (from: Instance) => ({
      ...from,
      quotas: from.quotas.filter((quota) => quota.label !== label),
      ...(label === ALL_ITEMS ? { minItems: null, maxItems: null } : {}),
    }),
  }));
  const money = {
    name: MONEY,
    without: (from: Instance) => ({ ...from, budget: allCosts }),
  };
  return [excludes, locks, labels, budgets, [money]];
}

function allGroups(problem: Problem): Int32Array {
  return Int32Array.from({ length: problem.groupCount }, (_, g) => g);
}
