/**
 * The multipliers of the lifted bound (docs/methods/certificate.md): with these and the instance, anyone can recompute
 * the bound. Each is ≥ 0; q is in (0, 1]. A proof of optimality by enumeration carries its branches.
 */
export interface Certificate {
  readonly q: readonly number[];
  /** By budget name; the money is "budget". */
  readonly lambda: Readonly<Record<string, number>>;
  /** By quota label; "*" counts all items. */
  readonly mu: Readonly<Record<string, number>>;
  readonly nu: Readonly<Record<string, number>>;
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
  /** Infeasible: labels of one irreducible set of rows that cannot hold together. */
  readonly conflict?: readonly string[];
  readonly certificate: Certificate | CertificateTree | null;
}

/** Branches that split the choices between them: the bound is the largest of theirs. */
export interface CertificateTree {
  readonly branches: readonly {
    readonly lock: readonly string[];
    readonly exclude: readonly string[];
    readonly certificate: Certificate;
  }[];
}

export interface SolveOptions {
  readonly secondsMax: number;
  /** Stops after that many passes; with the seed it decides every byte but `seconds`. */
  readonly passesMax: number | null;
  readonly seed: number;
  /** Seconds since the search began, from the caller's clock. */
  readonly elapsedSeconds: () => number;
  readonly onProgress?: (progress: { passes: number; value: number; upperBound: number | null }) => void;
  /** Asked once a pass; true ends the search with the plan and certificate so far. */
  readonly shouldStop?: () => boolean;
}
