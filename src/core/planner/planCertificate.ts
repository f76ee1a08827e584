import type { Solution } from "#core/solution";

/** How near the best of all plans it is, and what proves that. */
export interface PlanCertificate {
  readonly value: number;
  readonly upperBound: number | null;
  readonly gap: number | null;
  readonly status: "optimal" | "gap" | "infeasible" | "no-plan";
  readonly seconds: number;
  readonly costRule: string;
  readonly instanceSha256: string | null;
  /** The solver's own document, where the instance is kept: `certify INSTANCE.ndjson plan.json` reads it here. */
  readonly solution: Solution | null;
}

export function planCertificate(solution: Solution): PlanCertificate {
  const { value, upperBound, gap, status, seconds } = solution;
  return { value, upperBound, gap, status, seconds, costRule: "constant", instanceSha256: null, solution };
}
