import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Certificate, CertificateTree, InfeasibilityProof, Solution } from "#core/solution";
import { BranchCheck, lacksChoice } from "./branchCheck.ts";
import { flawOf } from "./flaws.ts";
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
  const bound = boundOf(instance, certificate);
  return Number.isNaN(bound)
    ? { bound: null, problems: [sentence("solver.certify.overflow")] }
    : { bound, problems: [] };
}

function checkTree(instance: Instance, tree: CertificateTree, claimed: number | null): CertificateCheck {
  const flaw = tree.root === null ? null : flawOf(instance, tree.root);
  if (flaw !== null) return { bound: null, problems: [flaw] };
  const stray = tree.atoms.find((atom) => !(Number.isInteger(atom) && atom >= 0 && atom < instance.atoms));
  if (stray !== undefined)
    return { bound: null, problems: [sentence("solver.certify.unknownAtom", { atom: stray })] };
  const unproven = checkDropped(instance, tree, claimed);
  if (unproven.length > 0) return { bound: null, problems: unproven };
  const check = new BranchCheck(instance, tree);
  check.visit(tree.branches, new Set(instance.lock), new Set([...instance.exclude, ...tree.dropped]));
  if (check.problems.length > 0) return { bound: null, problems: check.problems };
  // Plans with a dropped item stay within the claim, no more is known of them.
  const floor = tree.dropped.length > 0 && claimed !== null ? claimed : Number.NEGATIVE_INFINITY;
  return { bound: Math.max(check.bound, floor), problems: [] };
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
  const { bound, withItem } = recomputeBound(instance, {
    q: root.q,
    multipliers: root,
    lock: new Set(instance.lock),
    without: new Set(instance.exclude),
    bought: false,
  });
  if (!Number.isFinite(bound)) return [sentence("solver.certify.overflow")];
  const locked = new Set(instance.lock);
  return dropped
    .filter(
      (id) =>
        locked.has(id) || (withItem.get(id) ?? Number.NEGATIVE_INFINITY) > claimed + 1e-9 * Math.abs(claimed),
    )
    .map((id) => sentence("solver.certify.droppedUnproven", { id }));
}

/** −∞ when the multipliers prove that nothing keeps the limits, NaN when they are too large to prove anything. */
function boundOf(instance: Instance, certificate: Certificate | InfeasibilityProof): number {
  const terms = { lock: new Set(instance.lock), without: new Set(instance.exclude), bought: false };
  if (lacksChoice(instance, terms.lock, terms.without)) return Number.NEGATIVE_INFINITY;
  const q = "proves" in certificate ? null : certificate.q;
  const { bound } = recomputeBound(instance, { ...terms, q, multipliers: certificate });
  if (!Number.isFinite(bound)) return Number.NaN;
  if (q !== null) return bound;
  return bound < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
