/**
 * The multipliers of the lifted bound (docs/methods/certificate.md): with these and the instance, anyone can recompute
 * the bound. Each is ≥ 0; q is in (0, 1].
 */
export interface Multipliers {
  /** By budget name; the money is "budget". */
  readonly lambda: Readonly<Record<string, number>>;
  /** By quota label; "*" counts all items. `mu` prices a minimum, `nu` a maximum. */
  readonly mu: Readonly<Record<string, number>>;
  readonly nu: Readonly<Record<string, number>>;
}

export interface Certificate extends Multipliers {
  /** One for each atom of the instance. */
  readonly q: readonly number[];
}

/** Multipliers under which even a worthless plan has a bound below zero: no plan keeps all rows and locks. */
export interface InfeasibilityProof extends Multipliers {
  readonly proves: "infeasible";
}

/**
 * Branches that split the choices between them: the bound is the largest of theirs. In a branch the locked items
 * count as bought, so its multipliers price what is left of every atom.
 */
export interface CertificateTree {
  /** Multipliers of the whole, by which each of `dropped` can only belong to plans within the claimed bound. */
  readonly root: Certificate | null;
  readonly dropped: readonly string[];
  readonly branches: readonly CertificateBranch[];
}

export interface CertificateBranch {
  readonly lock: readonly string[];
  readonly exclude: readonly string[];
  readonly certificate: Certificate | InfeasibilityProof;
}

export type SolutionStatus = "optimal" | "gap" | "infeasible" | "no-plan";

/** The document `chorale solve` prints; keys are a contract (DOORS). `gap` = (upperBound − value) ÷ upperBound, 0 if upperBound = 0. */
export interface Solution {
  readonly chosen: readonly string[];
  readonly cost: number;
  readonly value: number;
  readonly upperBound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  readonly passes: number;
  readonly status: SolutionStatus;
  /**
   * Infeasible: one irreducible set of rows that cannot hold together: budget names, quota labels ("*" for minItems
   * and maxItems), "lock:<item>", "exclude:<item>".
   */
  readonly conflict?: readonly string[];
  readonly certificate: Certificate | CertificateTree | InfeasibilityProof | null;
}

export interface SolveOptions {
  readonly secondsMax: number;
  /** Stops after that many passes; with the seed it decides every byte but `seconds`. */
  readonly passesMax: number | null;
  readonly seed: number;
  /** Item ids to start from, such as the plan of a neighbouring budget; what does not fit is left out. */
  readonly warmStart?: readonly string[];
  /** Seconds since the search began, from the caller's clock. */
  readonly elapsedSeconds: () => number;
  readonly onProgress?: (progress: { passes: number; value: number; upperBound: number | null }) => void;
  /** Asked once a pass; true ends the search with the plan and certificate so far. */
  readonly shouldStop?: () => boolean;
}
