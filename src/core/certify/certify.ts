import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { checkCertificate } from "./checkCertificate.ts";
import { checkPlan } from "./checkPlan.ts";
import { isIrreducible } from "./irreducible.ts";
import { onlyNamedRows } from "./onlyNamedRows.ts";

/** What the verifier found: its own value and bound, never the claimed ones. */
export interface Verdict {
  readonly valid: boolean;
  readonly value: number;
  /** Null: no sound certificate, so nothing is known about better plans. */
  readonly upperBound: number | null;
  readonly gap: number | null;
  /** Whether no row of a named conflict could be left out; null: no conflict is claimed, or too large a one to look at. */
  readonly irreducible: boolean | null;
  readonly problems: readonly Sentence[];
}

/** Claims may differ from the recomputed figures by this share: two orders of adding the same terms. */
const SAME_WITHIN = 1e-9;
const OPTIMAL_WITHIN = 1e-6;

/**
 * Checks a solution against its instance without a line of the solver: that the plan keeps every rule, costs and is worth
 * what it claims, and that no plan can be worth more than the claimed bound. Infeasible is checked as a proof too.
 */
export function certify(instance: Instance, solution: Solution): Verdict {
  if (solution.status === "infeasible") return certifyInfeasible(instance, solution);
  if (solution.status === "no-plan") return certifyNoPlan(instance, solution);
  const plan = checkPlan(instance, solution.chosen);
  const problems = [...plan.problems];
  if (!same(solution.cost, plan.cost))
    problems.push(sentence("solver.certify.wrongCost", { claimed: solution.cost, found: plan.cost }));
  if (!same(solution.value, plan.value))
    problems.push(sentence("solver.certify.wrongValue", { claimed: solution.value, found: plan.value }));
  const { bound, problems: flaws } = checkCertificate(instance, solution.certificate, solution.upperBound);
  problems.push(...flaws);
  const upperBound = bound === null ? null : Math.max(bound, plan.value);
  const gap = upperBound === null ? null : gapOf(upperBound, plan.value);
  problems.push(...checkClaims(solution, upperBound, plan.value));
  return { valid: problems.length === 0, value: plan.value, upperBound, gap, irreducible: null, problems };
}

function checkClaims(solution: Solution, upperBound: number | null, value: number): Sentence[] {
  const { gap, status, upperBound: claimed } = solution;
  const problems: Sentence[] = [];
  if (claimed === null || !Number.isFinite(claimed)) return [sentence("solver.certify.noBound")];
  if (upperBound === null) return problems;
  if (claimed < value && !same(claimed, value))
    problems.push(sentence("solver.certify.boundBelowValue", { claimed, value }));
  else if (claimed < upperBound && !same(claimed, upperBound))
    problems.push(sentence("solver.certify.boundTooLow", { claimed, found: upperBound }));
  const fromClaims = gapOf(claimed, solution.value);
  if (gap === null || !(Math.abs(gap - fromClaims) <= SAME_WITHIN))
    problems.push(sentence("solver.certify.wrongGap", { claimed: gap, found: fromClaims }));
  if (status === "optimal" && gapOf(upperBound, value) > OPTIMAL_WITHIN * (1 + SAME_WITHIN) + SAME_WITHIN)
    problems.push(sentence("solver.certify.notOptimal", { gap: gapOf(upperBound, value) }));
  return problems;
}

/**
 * The claim is that the named rows alone cannot hold together, so the proof has to do with them alone. That none of them
 * could be left out takes a plan for each: it is looked for where all choices can be, and is beside the claim.
 */
function certifyInfeasible(instance: Instance, solution: Solution): Verdict {
  const problems: Sentence[] = [];
  if (solution.chosen.length > 0) problems.push(sentence("solver.certify.infeasibleWithPlan"));
  const { cost, gap, upperBound, value } = solution;
  problems.push(...claimsWithoutPlan({ cost, value, upperBound, gap }));
  const { instance: named, problems: strays } = onlyNamedRows(instance, solution.conflict ?? []);
  problems.push(...strays);
  const { bound, problems: flaws } = checkCertificate(named, solution.certificate, null);
  problems.push(...flaws);
  if (bound !== null && bound >= 0) problems.push(sentence("solver.certify.notInfeasible"));
  const valid = problems.length === 0;
  const irreducible = valid ? isIrreducible(instance, solution.conflict ?? []) : null;
  return { valid, value: 0, upperBound: null, gap: null, irreducible, problems };
}

/** No plan was found and none is claimed impossible: only the bound, if any, can be wrong. */
function certifyNoPlan(instance: Instance, solution: Solution): Verdict {
  const problems: Sentence[] = [];
  if (solution.chosen.length > 0) problems.push(sentence("solver.certify.noPlanWithPlan"));
  const { cost, gap, value } = solution;
  problems.push(...claimsWithoutPlan({ cost, value, gap }));
  const claimed = solution.upperBound;
  const { bound, problems: flaws } = checkCertificate(instance, solution.certificate, claimed);
  problems.push(...flaws);
  if (bound !== null && claimed !== null && !(claimed >= bound) && !same(claimed, bound))
    problems.push(sentence("solver.certify.boundTooLow", { claimed, found: bound }));
  return {
    valid: problems.length === 0,
    value: 0,
    upperBound: bound,
    gap: null,
    irreducible: null,
    problems,
  };
}

/** Without a plan nothing costs or is worth anything. */
function claimsWithoutPlan(claims: Readonly<Record<string, number | null>>): Sentence[] {
  return Object.entries(claims)
    .filter(([, claimed]) => claimed !== 0 && claimed !== null)
    .map(([name, claimed]) => sentence("solver.certify.claimWithoutPlan", { name, claimed }));
}

function gapOf(upperBound: number, value: number): number {
  return upperBound === 0 ? 0 : (upperBound - value) / upperBound;
}

function same(a: number, b: number): boolean {
  return (
    Number.isFinite(a - b) && Math.abs(a - b) <= SAME_WITHIN * Math.max(Math.abs(a), Math.abs(b)) + 1e-12
  );
}
