import type { Group, Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { CertificateBranch, CertificateTree } from "#core/solution";
import { flawOf } from "./flaws.ts";
import { exceeds, limitsOf } from "./limits.ts";
import { recomputeBound } from "./recomputeBound.ts";

/**
 * Walks the branches of a proof by cases. At a split every item of the group must have its branch, unless it is left out
 * already or breaks a limit beside the bought ones, and so must the plans without the group; then no choice is lost.
 */
export class BranchCheck {
  /** The largest bound of the leaves; −∞ when none can hold a plan. */
  bound = Number.NEGATIVE_INFINITY;
  readonly problems: Sentence[] = [];
  private readonly instance: Instance;
  private readonly atoms: readonly number[];
  private readonly groups: ReadonlyMap<string, Group>;

  constructor(instance: Instance, tree: CertificateTree) {
    this.instance = instance;
    this.atoms = tree.atoms;
    this.groups = new Map(instance.groups.map((group) => [group.group, group]));
  }

  visit(branch: CertificateBranch, bought: ReadonlySet<string>, without: ReadonlySet<string>): void {
    if (this.problems.length > 0 || lacksChoice(this.instance, bought, without)) return;
    const after = this.price(branch, bought, without);
    if (after === null) return;
    if (branch.rest !== undefined) this.visit(branch.rest, bought, after);
    if (branch.split === undefined) return;
    const { group: name, items, none } = branch.split;
    const group = this.groups.get(name);
    if (group === undefined || group.items.some(({ id }) => bought.has(id))) {
      this.problems.push(sentence("solver.certify.splitGroup", { group: name }));
      return;
    }
    const rest = new Set(after);
    for (const item of group.items) {
      const child = items[item.id];
      rest.add(item.id);
      if (child !== undefined) this.visit(child, new Set([...bought, item.id]), after);
      else if (!after.has(item.id) && this.fitsBeside(bought, group, item.id))
        this.problems.push(sentence("solver.certify.branchMissing", { at: [...bought, item.id].join(", ") }));
    }
    this.visit(none, bought, rest);
  }

  /** Takes the branch's bound if it is a leaf; returns what is left out from here on, null after a problem. */
  private price(
    branch: CertificateBranch,
    lock: ReadonlySet<string>,
    without: ReadonlySet<string>,
  ): ReadonlySet<string> | null {
    const { certificate, dropped = [] } = branch;
    const leaf = branch.split === undefined && branch.rest === undefined;
    if (certificate === null) {
      if (!leaf && dropped.length === 0) return without;
      return this.refuse(sentence("solver.certify.leafUnproven", { at: [...lock].join(", ") }));
    }
    const flaw = flawOf(this.instance, certificate, this.atoms.length);
    if (flaw !== null) return this.refuse(flaw);
    const q = "proves" in certificate ? null : this.expanded(certificate.q);
    const terms = { q, multipliers: certificate, lock, without, bought: true };
    const { bound, withItem } = recomputeBound(this.instance, terms);
    if (!Number.isFinite(bound)) return this.refuse(sentence("solver.certify.overflow"));
    if (q === null && bound >= 0) return this.refuse(sentence("solver.certify.notInfeasible"));
    if (leaf && q !== null) this.bound = Math.max(this.bound, bound);
    if (leaf || q === null) return without;
    // An item that the bound did not look at fits in no plan of the branch.
    for (const id of dropped) this.bound = Math.max(this.bound, withItem.get(id) ?? Number.NEGATIVE_INFINITY);
    return new Set([...without, ...dropped]);
  }

  private refuse(problem: Sentence): null {
    this.problems.push(problem);
    return null;
  }

  private expanded(q: readonly number[]): Float64Array {
    const all = new Float64Array(this.instance.atoms).fill(1);
    this.atoms.forEach((atom, k) => {
      all[atom] = q[k]!;
    });
    return all;
  }

  private fitsBeside(bought: ReadonlySet<string>, group: Group, id: string): boolean {
    const item = group.items.find((one) => one.id === id);
    if (item === undefined) return false;
    return limitsOf(this.instance).every((limit) => {
      const amount = limit.amountOf(group, item);
      if (limit.max === null || amount === 0) return true;
      let used = amount;
      for (const other of this.instance.groups)
        for (const one of other.items) if (bought.has(one.id)) used += limit.amountOf(other, one);
      return !exceeds(used, limit.max);
    });
  }
}

/** Two bought items of one group, or a bought one that is left out: no choice at all. */
export function lacksChoice(
  instance: Instance,
  bought: ReadonlySet<string>,
  without: ReadonlySet<string>,
): boolean {
  return instance.groups.some(({ items }) => {
    const here = items.filter(({ id }) => bought.has(id));
    return here.length > 1 || here.some(({ id }) => without.has(id));
  });
}
