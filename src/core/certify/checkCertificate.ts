import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Certificate, CertificateTree, InfeasibilityProof, Solution } from "#core/solution";
import { uncovered } from "./cover.ts";
import { limitsOf } from "./limits.ts";
import { recomputeBound } from "./recomputeBound.ts";

/** The bound that a certificate proves: null when it proves none, −∞ when it proves that there is no plan. */
export interface CertificateCheck {
  readonly bound: number | null;
  readonly problems: readonly Sentence[];
}

/** `claimed` is the bound that dropped items must stay within; null where none is claimed. */
export function checkCertificate(
  instance: Instance,
  certificate: Solution["certificate"],
  claimed: number | null,
): CertificateCheck {
  if (certificate === null) return { bound: null, problems: [sentence("solver.certify.noCertificate")] };
  if ("branches" in certificate) return checkTree(instance, certificate, claimed);
  const flaw = flawOf(instance, certificate);
  if (flaw !== null) return { bound: null, problems: [flaw] };
  return { bound: boundOf(instance, certificate, [], new Set(instance.exclude), false), problems: [] };
}

function checkTree(instance: Instance, tree: CertificateTree, claimed: number | null): CertificateCheck {
  const problems: Sentence[] = [];
  for (const leaf of [tree.root, ...tree.branches.map(({ certificate }) => certificate)]) {
    const flaw = leaf === null ? null : flawOf(instance, leaf);
    if (flaw !== null) return { bound: null, problems: [flaw] };
  }
  const known = new Set(instance.groups.flatMap(({ items }) => items.map(({ id }) => id)));
  const named = [...tree.dropped, ...tree.branches.flatMap(({ lock, exclude }) => [...lock, ...exclude])];
  const stranger = named.find((id) => !known.has(id));
  if (stranger !== undefined)
    return { bound: null, problems: [sentence("solver.certify.unknownItem", { id: stranger })] };
  problems.push(...checkDropped(instance, tree, claimed));
  const without = new Set([...instance.exclude, ...tree.dropped]);
  const missing = uncovered(instance, without, tree.branches);
  if (missing === "too-tangled") problems.push(sentence("solver.certify.tooTangled"));
  else if (missing !== null)
    problems.push(sentence("solver.certify.branchMissing", { at: missing.join(", ") }));
  if (problems.length > 0) return { bound: null, problems };
  // Plans with a dropped item stay within the claim, no more is known of them.
  let bound = tree.dropped.length > 0 && claimed !== null ? claimed : Number.NEGATIVE_INFINITY;
  for (const { certificate, exclude, lock } of tree.branches)
    bound = Math.max(bound, boundOf(instance, certificate, lock, new Set([...without, ...exclude]), true));
  return { bound, problems };
}

/** Every dropped item can only belong to plans within the claimed bound, by the root's multipliers. */
function checkDropped(
  instance: Instance,
  { dropped, root }: CertificateTree,
  claimed: number | null,
): Sentence[] {
  if (dropped.length === 0) return [];
  if (root === null || claimed === null)
    return [sentence("solver.certify.droppedUnproven", { id: dropped[0]! })];
  const { withItem } = recomputeBound(instance, {
    q: root.q,
    multipliers: root,
    lock: new Set(instance.lock),
    without: new Set(instance.exclude),
    bought: false,
  });
  const locked = new Set(instance.lock);
  return dropped
    .filter(
      (id) =>
        locked.has(id) || (withItem.get(id) ?? Number.NEGATIVE_INFINITY) > claimed + 1e-9 * Math.abs(claimed),
    )
    .map((id) => sentence("solver.certify.droppedUnproven", { id }));
}

/** −∞ when the multipliers prove that nothing keeps the limits here. */
function boundOf(
  instance: Instance,
  certificate: Certificate | InfeasibilityProof,
  lock: readonly string[],
  without: ReadonlySet<string>,
  bought: boolean,
): number {
  const locked = new Set([...instance.lock, ...lock]);
  const impossible = lacksChoice(instance, locked, without);
  if ("proves" in certificate) {
    if (impossible) return Number.NEGATIVE_INFINITY;
    const terms = { q: null, multipliers: certificate, lock: locked, without, bought };
    return recomputeBound(instance, terms).bound < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (impossible) return Number.NEGATIVE_INFINITY;
  return recomputeBound(instance, {
    q: certificate.q,
    multipliers: certificate,
    lock: locked,
    without,
    bought,
  }).bound;
}

/** Two locked items in one group, or a locked one that is left out: no choice at all. */
function lacksChoice(instance: Instance, locked: ReadonlySet<string>, without: ReadonlySet<string>): boolean {
  return instance.groups.some(({ items }) => {
    const here = items.filter(({ id }) => locked.has(id));
    return here.length > 1 || here.some(({ id }) => without.has(id));
  });
}

function flawOf(instance: Instance, certificate: Certificate | InfeasibilityProof): Sentence | null {
  if ("q" in certificate) {
    const { q } = certificate;
    if (q.length !== instance.atoms)
      return sentence("solver.certify.qLength", { length: q.length, atoms: instance.atoms });
    const at = q.findIndex((value) => !(value > 0 && value <= 1));
    if (at >= 0) return sentence("solver.certify.qRange", { atom: at, value: q[at]! });
  }
  const limits = limitsOf(instance);
  const budgets = new Set(limits.flatMap(({ kind, name }) => (kind === "budget" ? [name] : [])));
  const labels = new Set(limits.flatMap(({ kind, name }) => (kind === "count" ? [name] : [])));
  const tables = [
    ["lambda", certificate.lambda, budgets],
    ["mu", certificate.mu, labels],
    ["nu", certificate.nu, labels],
  ] as const;
  for (const [table, multipliers, names] of tables)
    for (const [name, value] of Object.entries(multipliers)) {
      if (!(value >= 0 && Number.isFinite(value)))
        return sentence("solver.certify.multiplierRange", { name: `${table}.${name}`, value });
      if (value > 0 && !names.has(name))
        return sentence("solver.certify.multiplierUnknown", { name: `${table}.${name}` });
    }
  return null;
}
