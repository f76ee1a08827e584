import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Certificate, InfeasibilityProof } from "#core/solution";
import { limitsOf } from "./limits.ts";

/**
 * What makes multipliers no multipliers: a q outside (0, 1] or too few of them, a multiplier below 0 or for no limit.
 * `qCount` is how many q there must be.
 */
export function flawOf(
  instance: Instance,
  certificate: Certificate | InfeasibilityProof,
  qCount = instance.atoms,
): Sentence | null {
  if ("q" in certificate) {
    const { q } = certificate;
    if (q.length !== qCount) return sentence("solver.certify.qLength", { length: q.length, atoms: qCount });
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
